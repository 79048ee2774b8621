# ما تقوله الصفحات حول كلام القصة نفسها. لا شيء هنا يخص قصة بعينها.

## الصفحة
page-skip = انتقل إلى المقال
page-front = ، الصفحة الأولى
page-nav = القائمة الرئيسية
page-explainer = المقال
page-methodology = المنهجية
page-data = البيانات
page-foot = بُنيت بأداة «نسبة». والكلمة تعني حاصل القسمة، وتعني كذلك إسناد القول إلى صاحبه.
language-own-name = { $language ->
    [ar] العربية
   *[en] English
}
meta = يُعاد كل حساب كلما بُنيت الصفحة. { $review }.
meta-review = من راجعها
contents = في هذه الصفحة
region = جدول: { $name }، يُمرَّر أفقياً
short-between = ،{" "}

## الأرقام ومصادرها
status-reported = وارد في الخبر
status-cited = منقول عن مصدر آخر
status-computed = محسوب
status-calendar = معدود من التقويم
key = كيف تُقرأ الأرقام
key-reported = وارد في الخبر
key-computed = محسوب =
key-cited = منقول عن مصدر آخر ↖
key-help = افتح أي رقم تحته خط لترى الجملة أو المصدر أو العملية وراءه.
label-release = { $measure }: { $places }، { $period }
label-reading = { $reading }، مع { $source }
multiple = { $value }×
label-calendar = { $unit ->
    [months] أشهر { $period }
   *[days] أيام { $period }
}
label-quoted = بلفظ الخبر: { $words }
label-inline = محسوب هنا من أرقام أخرى

## الحواشي
notes = كل رقم ومن أين جاء
note-number = حاشية { $number }
note-close = إغلاق المصدر
paragraph = { $outlet }، الفقرة { $number }
paragraphs = { $count ->
    [one] { $outlet }، الفقرة { $numbers }
    [two] { $outlet }، الفقرتان { $numbers }
   *[other] { $outlet }، الفقرات { $numbers }
}
translation = وترجمتنا له:
hedge-about = عبارة المصدر «نحو» أو ما في معناها، ولا يذكر هامشاً للخطأ.
hedge-floor = عبارة المصدر «أكثر من» أو ما في معناها: حدّ أدنى بلا حدّ أعلى.
hedge-ceiling = عبارة المصدر «أقل من» أو ما في معناها: حدّ أعلى بلا حدّ أدنى.
hedge-unbounded = لا يضع المصدر حدّاً.
open-about = قيمة تقريبية، ولم يُذكر هامش للخطأ.
open-floor = حدّ أدنى بلا حدّ أعلى.
open-ceiling = حدّ أعلى بلا حدّ أدنى.
open-unbounded = لا ينتج مما نعرفه حدّ، فلا نذكر حدّاً.
doubtful = موضع شك: لا يستقيم به مجموع في الخبر، وتورد روايات أخرى رقماً غيره. أما النص المقتبس فباقٍ كما نُشر.
in-our-words = بعبارتنا:
exact = قبل التقريب: { $fraction }
range-from-doubt = مدى لا رقم واحد، لأن أحد الأرقام التي حُسب منها موضع شك.
calendar = معدود من التقويم: { $period }
chain = سلسلة الإسناد
this-page = هذه الصفحة
backs = مواضعه في النص:
place = الموضع { $number } في النص

## الافتتاح والهامش
hero = المقارنات
divided-by = {" "}مقسومة على{" "}
equals = {" "}تساوي{" "}
claim-verdict = { $verdict ->
    [holds] { $claim }: نعم
    [fails] { $claim }: لا
   *[undecided] { $claim }: يتعذر الحكم
}
words = من نص الخبر

## الأطر
facts = بإيجاز
how = كيف عرفنا
files = نزّل البيانات
files-none = تظهر الملفات هنا عندما تُنشر الصفحة مع جداولها.
file = { $kind ->
    [numbers] كل رقم مع جملته
    [reported] أرقام الخبر نفسه
    [quantities] كل كمية في الخبر كما قُرئت
    [unread] ما تعذرت قراءته
    [checks] عمليات التدقيق
    [accounts] الروايات جنباً إلى جنب
    [slips] أرقام مغايرة تشترك فيها روايات عدة
    [mismatches] ما تقوله ملفات القصة على وجهين
    [findings] النتائج بكل قراءة
    [rates] سلسلة البيانات الدورية، في الشهر
    [parameters] إعدادات التشغيل
    [dictionary] ما يحويه كل عمود في كل جدول
    [workbook] الجداول كلها معاً في مصنّف
    [package] وصف الجداول للبرامج (Data Package)
    [ledger] كل رقم كما تتبادله دفاتر الحساب
   *[other] { $kind }
}
files-group = { $group ->
    [tables] كل جدول على حدة
    [charts] الرسوم صوراً
   *[working] خطوات العمل، للقراءة أو لإعادة التشغيل
}
file-notebook = دفتر منفّذ: { $name }
corrections = التصويبات
corrections-none = لا تصويبات حتى الآن. وعند وقوع أي منها سنذكر ما كان خطأ، وما صار إليه، وتاريخ ذلك، وتبقى النسخة السابقة متاحة.
review = المراجعة
review-none = لم تُراجع بعد
review-how = هذه النسخة: { $hash }. عند توقيع المراجع يُذكر هنا اسمه والتاريخ وبصمة النسخة التي قرأها.
reviewed = المراجع: { $name }، { $date }
review-version = قُرئت هذه النسخة بعينها: { $hash }.

## التدقيق
checks = تدقيق حسابي في أرقام الخبر
checks-none = ليس في الخبر أرقام يمكن تدقيق بعضها ببعض.
check-what = البند
check-sum = العملية
check-result = النتيجة
check-part = { $part }، جزءاً من «{ $whole }»
check-missing = { $kind ->
    [multiple] الرقم الذي يُقارَن به ليس في الخبر
   *[other] رقم لازم ليس في الخبر
}
check-said = { $verdict ->
    [holds] { $kind ->
        [sum] المجموع صحيح
       *[other] متّسق
    }
    [fails] { $kind ->
        [sum] المجموع غير صحيح
       *[other] متناقض
    }
   *[undecided] { $kind ->
        [multiple] يتعذر التحقق من الخبر وحده
       *[other] يتعذر التحقق
    }
}
repairs = أرقام مفردة يستقيم بتغييرها مجموع لم يصح
repairs-none = لم يفشل أي تدقيق، فلا شيء يحتاج إلى تصحيح.
repair-check = البند
repair-number = لو كان الخطأ في
repair-was = المذكور
repair-becomes = المصحّح
repair-slip = نوع السهو
repair-accounts = من يورده أيضاً
slip = { $kind ->
    [neighbour] مأخوذ من رقم مجاور
    [digit] خانة واحدة
    [transposed] خانتان تبادلتا موضعيهما
    [dropped] خانة ساقطة
    [doubled] خانة مكررة
   *[other] ليس سهواً مألوفاً
}
printed-by = { $count ->
    [0] لا رواية أخرى
    [zero] لا رواية أخرى
    [one] رواية واحدة: { $outlets }
    [two] روايتان: { $outlets }
    [few] { $shown } روايات: { $outlets }
   *[other] { $shown } رواية: { $outlets }
}
others = التدقيق نفسه في أرقام الروايات الأخرى
others-show = اعرض كل تدقيق لكل رواية
others-hold = لا يفشل أي من هذه التدقيقات في أرقام رواية أخرى.
others-failed = تدقيقات تفشل في أرقام روايات أخرى
others-none = لا رواية أخرى تذكر من الأرقام ما يكفي لتدقيقها.
other-account = الرواية
other-what = البند
other-says = المذكور
other-computed = الجزء أو مجموع الأجزاء
other-result = النتيجة

## القراءات
readings = النتيجة بحسب كل قراءة للعبارة
readings-none = لا تحكم القصة على أي عبارة.
robustness = { $found ->
    [robust] ثابت: يصح في كل قراءة أمكن حسابها، وبكل رقم يصلح للمقارنة
    [depends] يتوقف على القراءة
    [false] غير صحيح وفق الأرقام المتاحة
   *[unknown] تعذر حساب أي قراءة
}
divided = { $found ->
    [robust] يتوقف على الرقم الذي يُقارَن به: يصح مع الرقم المعتمد هنا، لا مع كل رقم آخر
    [false] يتوقف على الرقم الذي يُقارَن به: لا يصح مع الرقم المعتمد هنا، ويصح مع غيره
   *[depends] يتوقف على القراءة وعلى الرقم الذي يُقارَن به
}
verdict = { $verdict ->
    [holds] يصح
    [fails] لا يصح
   *[undecided] يتعذر الحكم
}
not-known = غير معروف
refused = { $reason ->
    [no-figure] لا رقم
    [other-place] لا يشمل الأماكن نفسها
    [other-thing] يحصي شيئاً آخر
    [other-period] يشمل مدة أخرى
   *[open-ended] لا حدّ له
}
baselines = كل عبارة مع كل رقم يمكن أن تُقارَن به
baselines-show = اعرض النتيجة مع كل رقم آخر للمقارنة
baseline = مقارنةً مع
baseline-own = رقم الخبر نفسه
statement = العبارة
summary = الخلاصة
summary-of = { $found ->
    [robust] يصح في كل ما حُسب
    [depends] يتوقف على القراءة
    [false] لا يصح في شيء مما حُسب
   *[unknown] تعذر الحساب
}

## الروايات
accounts = روايات البيان نفسه
accounts-none = لم تُقارن روايات أخرى.
account = الرواية
claim = ما تقوله
reference = ، وهي التي تُقارَن بها الأخرى
tally-value = { $count ->
    [zero] { $value } في { $shown } رواية
    [one] { $value } في رواية واحدة
    [two] { $value } في روايتين
    [few] { $value } في { $shown } روايات
   *[other] { $value } في { $shown } رواية
}
tally-fact = { $fact }: { $counts }
tally-between = ؛{" "}
tally = { $count ->
    [few] قورنت { $shown } روايات، وهي تختلف في: { $told }.
   *[other] قورنت { $shown } رواية، وهي تختلف في: { $told }.
}
tally-agree = { $count ->
    [few] تتفق الروايات الـ{ $shown } التي قورنت في هذه الأرقام كلها.
   *[other] تتفق الروايات التي قورنت، وعددها { $shown }، في هذه الأرقام كلها.
}

## الرسوم
data = البيانات
data-show = اعرض البيانات

## المنهجية
section-about = عن هذه الصفحة
section-claim = القول المدقَّق
section-sources = المصادر
section-words = من الكلمات إلى الأرقام
section-decisions = ما قرره المحررون
section-checks = التدقيق
section-ratios = النسب والتقريب
section-readings = كل قراءة مع كل رقم
section-uncertainty = المصادفة
section-series = سلسلة البيانات الدورية
section-limits = الحدود
section-rerun = أعد العمل بنفسك
section-ledger = سجل الأرقام
section-record = الردود والمراجعة والتصويبات
source-lead = النص المقروء رقماً رقماً
source-language = اللغة
source-held = النسخة المحفوظة
source-address = العنوان
source-no-address = لا عنوان في النسخة التي بين أيدينا
source-date = التاريخ
source-releases = بيانات السلسلة
cited = أرقام منقولة عن مصادر أخرى
cited-none = لم يُنقل شيء عن مصادر أخرى.
cited-figure = الرقم
cited-value = القيمة
cited-places = الأماكن
cited-source = المصدر
cited-caveat = مما يجب تذكّره
outlets = كيف صاغت كل رواية المقارنة، بنقلنا إلى العربية لما ورد بغيرها
outlet-name = الرواية
outlet-language = اللغة
outlet-wording = لفظها في المقارنة
outlet-date = تاريخ الإعلان عندها
outlet-note = ملاحظة
caveats-none = لا تذكر القصة تحفظات.
quantities = كل رقم في الخبر كما قُرئ
quantity-words = اللفظ
quantity-paragraph = الفقرة
quantity-least = الأدنى
quantity-most = الأعلى
quantity-hedge = التحفظ
quantity-what = ماذا
quantity-where = أين
quantity-when = متى
quantity-fact = في النص
quantity-reason = سبب عدم قراءته
open-end = مفتوح
kind = { $kind ->
    [cardinal] عدد
    [ordinal] ترتيب
    [percent] نسبة مئوية
    [multiple] مضاعفة
    [date] تاريخ
    [period] مدة معيّنة
    [duration] مدة
    [money] مال
    [measure] مقدار
   *[vague] مبهم
}
unread = أرقام لم تُقرأ، مع السبب
unread-none = قُرئ كل رقم وكل لفظ عدد في الخبر، ولم يُترك منها شيء.
no-report = ليس هنا خبر يُقرأ رقماً رقماً، فكل الأرقام منقولة عن مصادر أخرى.
decisions-none = لم يُحدَّد أي رقم باقتباس من خبر.
decisions = أي رقم لأي بند، بنص مقتبس من الخبر
decision-fact = البند
decision-quote = اللفظ المقتبس
decision-where = الأماكن
decision-when = المدة
as-read = كما في النص
ratios = كل رقم محسوب
ratios-none = لم يُحسب شيء.
ratio-what = ماذا
ratio-formula = العملية
ratio-exact = القيمة المضبوطة
ratio-shown = المعروض
ratio-note = ملاحظة
estimates-none = لم يُستعمل أي نموذج إحصائي.
estimates-formula = المجال الشرطي المضبوط لنسبة معدلين بواسونيين (Przyborowski وWilenski، مجلة Biometrika، 1940): إذا عُلم مجموع العدّين كان أحدهما ذا توزيع ثنائي الحدين، ويُحوَّل مجال Clopper–Pearson له بثقة 95 في المئة إلى مجال للنسبة. حسبته مكتبة SciPy (scipy.stats.binomtest).
parameters = إعدادات التشغيل
parameter-name = الإعداد
parameter-value = في هذا التشغيل
parameter-allowed = المسموح به
parameter-help = أثره
parameter = { $name ->
    [story] أي مجلد من data/raw يُعمل عليه
    [language] أي طبعات تُكتب
    [baseline] أي رقم منقول تُجرى به المقارنة
    [reading] بأي قراءات يُحكم على العبارات
    [counting] كيف تُقاس المُدد
    [uncorrected] هل يجوز أن تتغيّر أرقام منشورة من دون تصويب
   *[other] { $name }
}
coverage = من { $total } رقماً في نص المقال، { $bound } مسندة: { $tied } منها تقود إلى جملة أو مصدر أو عملية حسابية، و{ $given } تواريخ أو أرقام إصدارات أو أسماء معلنة. والصفحة التي فيها رقم غير مسند لا تُبنى، وهذه الصفحة محكومة بالقاعدة نفسها.

## الإحصاءات: ما الذي عُدّ
counted-accounts = روايات البيان التي قورنت
counted-others = الروايات المقارَنة سوى المقروءة هنا
counted-failing = روايات سوى المقروءة هنا لا يصح أحد التدقيقات في أرقامها
counted-claiming = روايات سوى المقروءة هنا تقول: { $about }
counted-giving = روايات سوى المقروءة هنا تذكر رقماً في: { $about }
counted-same = روايات سوى المقروءة هنا تذكر رقمها نفسه في: { $about }
counted-baselines = أرقام تصلح للمقارنة
counted-places = الأماكن التي يشملها: { $about }
counted-none = لا شيء.

## ما تعرضه الآلات والروابط
social-quotient = { $top } مقسومة على { $bottom } تساوي { $result }
social-kicker = تدقيق أرقام خبر: { $outlet }
social-alt = { $title } { $told }.
dataset-name = { $title }: كل رقم وكل تدقيق وكل قراءة
dataset-says = جداول بكل رقم مع جملته أو مصدره أو عمليته الحسابية.

source-plain-http = (بلا رابط: عنوانه غير مشفّر)
tongue = { $language ->
    [en] الإنكليزية
   *[other] { $known }
}
rounding = قواعد التقريب: النسب والمعدلات إلى منزلتين عشريتين، والنسب المئوية بلا كسور، والأعداد المحسوبة إلى منزلة واحدة كي يستطيع القارئ إعادة الحساب؛ والنصف إلى أقرب زوجي، ولا يبلغ التقريب قيمة تُقارَن بها عبارة. والحدّ الأدنى يُقرَّب نزولاً والأعلى صعوداً. وتُجرى العمليات على القيم المضبوطة لا المقرّبة.
