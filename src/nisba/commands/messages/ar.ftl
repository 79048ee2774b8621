# ما يقوله البرنامج في الطرفية. النص الإنكليزي في مواضعه من الشيفرة، وهذه مقابلاته بالأسماء نفسها.

## الصفحة الأولى: nisba --help
front-what = nisba يردّ كل رقم في خبر صحفي إلى كلماته أو إلى حسابه.
front-begin = أمامك خبر
front-check = هل تستقيم أرقامه؟
front-new = ابدأ قصة اسمها harvest (نص أو صفحة أو PDF أو Word)
front-run = اصنع صفحاتها في outputs/harvest/
front-watch = وأعد صنعها كلما حفظت
front-report = خبر
front-story = قصة
front-published = ما نُشر
front-itself = البرنامج نفسه
front-more = المزيد عن أمر: nisba help COMMAND. الخبر بالعربية أو الإنكليزية، والرسائل بلغة جهازك (LANG).
front-debug = تفصيل خطأ داخلي: --debug بعد أي أمر. رقم الإصدار: --version.

command-read = يسرد كل رقم في خبر، وما الذي يعدّه وأين ومتى.
command-check = يقول أي أرقام الخبر تستقيم وأيها لا تستقيم.
command-new = يبدأ قصة من الأخبار كما وصلت.
command-run = يصنع صفحات القصة.
command-watch = يعيد صنع الصفحات كلما حفظت، ويعرضها في المتصفح.
command-lab = يفتح دفاتر القصة في JupyterLab.
command-why = يبيّن من أين جاء رقم: كلماته أو مصدره أو حسابه.
command-verify = يتحقق من أن المنشور هو ما صُنع، وأنه يخرج كما هو من جديد.
command-diff = يقول أي أرقام تغيّرت بين نسختين، ويكتب مسودة التصحيح.
command-bundle = يجمع القصة في ملف واحد يستطيع أي شخص أن يتحقق منه.
command-review = يكتب استمارة المراجِع، أو يوقّع ما قُرئ.
command-drill = يزرع أخطاء في نسخة، ويقول أيها كُشف.
command-completion = يتيح لمفتاح Tab إكمال الأوامر والخيارات وأسماء القصص.
command-help = يبيّن ما يفعله nisba، أو ما يفعله أمر واحد.

## حين لا يمكن المتابعة. المشكلة والحل بالإنكليزية كما يقولهما البرنامج.
stopped = أُوقف.
mendable = { $where }: { $problem }. ما العمل: { $remedy }.
unexpected = خطأ غير متوقع { $kind }: { $text }. أعد الأمر نفسه مع --debug لترى موضعه.
no-such-option = لا خيار باسم { $name }؛ انظر { $path } --help.
missing-parameter = ينقص { $name }؛ انظر { $path } --help.
bad-parameter = قيمة { $name } لا تصلح ({ $why })؛ انظر { $path } --help.
misused = { $why }؛ انظر { $path } --help.
given-twice = أُعطي { $name } مرتين
no-such-command = لا أمر باسم { $name }
no-file = أعط ملفاً نصياً FILE، أو --batch لأسطر JSON من الدخل

## nisba read
not-utf-8 = الملف { $file } ليس بترميز UTF-8؛ قُرئ بترميز { $encoding }.
unread = لم يُقرأ: { $reason }
kind-cardinal = عدد
kind-ordinal = عدد ترتيبي
kind-percent = نسبة مئوية
kind-multiple = مضاعف أو كسر
kind-date = تاريخ
kind-period = مدة محددة
kind-duration = طول مدة
kind-money = مبلغ
kind-measure = قياس
kind-vague = مقدار مبهم
reason-part-of-a-name = جزء من اسم
reason-a-time-of-day = ساعة من اليوم
reason-a-time-of-day-or-a-ratio-written-with-a-colon = ساعة من اليوم أو نسبة مكتوبة بنقطتين
reason-a-telephone-or-identity-number = رقم هاتف أو هوية
reason-a-score = نتيجة مباراة
reason-a-number-word-in-another-use = لفظ عدد في استعمال آخر
reason-digits-in-another-use = أرقام في استعمال آخر
reason-an-ordinal-used-as-an-adverb = ترتيبي مستعمل ظرفاً
reason-too-long-for-a-number-or-of-two-digit-sets = أطول من أن يكون عدداً، أو من مجموعتي أرقام
reason-not-understood = لم يُفهم

## nisba check. { $says } ما يقوله الخبر، و{ $computed } ما يخرج بالحساب.
finding-sum = { $verdict ->
    [holds] {"\u2066"}{ $parts } = { $computed }{"\u2069"}، وهو ما يقوله النص: { $says }.
    [fails] {"\u2066"}{ $parts } = { $computed }{"\u2069"}، لكن النص يقول { $says }.
   *[undecided] {"\u2066"}{ $parts } = { $computed }{"\u2069"}، وقد يوافق { $says } في النص أو لا يوافقه.
}
finding-list = { $verdict ->
    [holds] عدد المذكورين { $computed }، كما يقول النص.
    [fails] عدد المذكورين { $computed }، لكن النص يقول { $says }.
   *[undecided] عدد المذكورين { $computed }، والنص يقول { $says }، ولا يُحسم.
}
finding-part = { $verdict ->
    [holds] الجزء { $parts } لا يزيد على الكل { $says }.
    [fails] الجزء { $parts } أكبر من الكل { $says }.
   *[undecided] الجزء { $parts } قد يزيد على الكل { $says }.
}
finding-share = { $verdict ->
    [holds] { $first } من { $last } هو { $computed }%، كما يقول النص: { $says }%.
    [fails] { $first } من { $last } هو { $computed }%، لكن النص يقول { $says }%.
   *[undecided] { $first } من { $last } هو { $computed }%، والنص يقول { $says }%، ولا يُحسم.
}
finding-multiple = { $verdict ->
    [holds] { $first } هو { $computed } أمثال { $last }، كما يقول النص: { $says }.
    [fails] { $first } هو { $computed } أمثال { $last }، لكن النص يقول { $says }.
   *[undecided] { $first } هو { $computed } أمثال { $last }، والنص يقول { $says }، ولا يُحسم.
}
finding-difference = { $verdict ->
    [holds] يخرج { $computed }، وهو ما يقوله النص: { $says }.
    [fails] يخرج { $computed }، لكن النص يقول { $says }.
   *[undecided] يخرج { $computed }، والنص يقول { $says }، ولا يُحسم.
}
finding-change = { $verdict ->
    [holds] من { $last } إلى { $first } تغيّر قدره { $computed }%، كما يقول النص: { $says }.
    [fails] من { $last } إلى { $first } تغيّر قدره { $computed }%، لكن النص يقول { $says }.
   *[undecided] من { $last } إلى { $first } تغيّر قدره { $computed }%، والنص يقول { $says }، ولا يُحسم.
}
finding-trend = { $verdict ->
    [holds] الاتجاه كما يقول النص: { $says } بالمقارنة مع { $parts }.
    [fails] الاتجاه على غير ما يقول النص: { $says } بالمقارنة مع { $parts }.
   *[undecided] الاتجاه لا يُحسم: { $says } بالمقارنة مع { $parts }.
}
finding-account = { $how ->
   *[other] { $report } يكتب { $printed } حيث يكتب { $reference } { $expected }.
    [hedge-lost] { $report } يكتب { $printed } بلا تحفظ، حيث يكتب { $reference } { $expected }.
    [hedge-added] { $report } يكتب { $printed } بتحفظ زائد، حيث يكتب { $reference } { $expected }.
}

## nisba new
made = { $facts ->
    [zero] لا وقائع
    [one] واقعة واحدة
    [two] واقعتان
    [few] { $facts } وقائع
    [many] { $facts } واقعة
   *[other] { $facts } واقعة
}، { $checks ->
    [zero] لا تدقيق
    [one] تدقيق واحد
    [two] تدقيقان
    [few] { $checks } تدقيقات
    [many] { $checks } تدقيقاً
   *[other] { $checks } تدقيق
}، { $results ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $results } نتائج
    [many] { $results } نتيجة
   *[other] { $results } نتيجة
}؛ وينتظرك في story.toml: { $awaiting }.
made-of-figures = ينتظرك في story.toml: { $awaiting }.
no-day = لم يُعثر على يوم: أضف date = YYYY-MM-DD تحت [lead]، أو ابدأ من جديد مع --date.
next = التالي: nisba run { $story }

## nisba run, watch, lab
bound = (رُبط { $bound } من { $total } رقماً)
ctrl-c = (ينتهي بـ Ctrl-C)
edited-there = عُدّل { $name } هناك وبقي كما هو؛ احذفه لتحصل على نسخة جديدة.

## nisba verify
hashes-well = { $count ->
    [one] البصمات: الملف الواحد كما كان.
    [two] البصمات: الملفان كما كانا.
    [few] البصمات: الملفات الـ{ $count } كلها كما كانت.
   *[other] البصمات: الملفات كلها كما كانت، وعددها { $count }.
}
rerun-well = الإعادة: خرجت الملفات كلها مطابقة بايتاً ببايت، وعددها { $count }.
altered = { $count ->
    [one] شيء واحد غُيّر.
    [two] شيئان غُيّرا.
    [few] { $count } أشياء غُيّرت.
   *[other] { $count } شيئاً غُيّر.
}
otherwise = { $count ->
    [one] شيء واحد خرج مختلفاً.
    [two] شيئان خرجا مختلفين.
    [few] { $count } أشياء خرجت مختلفة.
   *[other] { $count } شيئاً خرج مختلفاً.
}
other-code = تنبيه: صُنع بشيفرة غير شيفرة nisba التي لديك.

## nisba diff, bundle, review
numbers-changed = { $count ->
    [zero] لم يتغيّر أي رقم.
    [one] تغيّر رقم واحد.
    [two] تغيّر رقمان.
    [few] تغيّرت { $count } أرقام.
   *[other] تغيّر { $count } رقماً.
}
draft = مسودة لملف story.toml؛ حرّر كلماتها ثم شغّل القصة من جديد:
follows = يتبع { $reasons }
because = بسبب { $reasons }
inputs = المدخلات
notebooks = الدفاتر
parameters = المعاملات
packages = الحزم
code = الشيفرة
published-files = الملفات المنشورة
that-differ = { $name } المختلفة: { $told }.
fingerprint = البصمة { $found }
signed = وقّع { $name } على { $version }؛ شغّل القصة من جديد ليظهر ذلك في الصفحة.
signed-another = وقّع { $name } نسخة أخرى؛ وتغيّر منذئذ: { $parts }.

## عبارات البرنامج الثابتة حين لا يمكن المتابعة: المشكلة ثم ما يُعمل. ما فيه قيم متغيرة يبقى بالإنكليزية.
phrase-is-empty = الملف فارغ
phrase-is-a-folder = هذا مجلد
phrase-is-no-text-file = ليس ملفاً نصياً
phrase-holds-no-text = لا نص فيه
phrase-is-a-scanned-pdf-its-pages-are-pictures-without-text = ملف PDF ممسوح: صفحاته صور بلا نص
phrase-is-no-pdf-that-can-be-opened = ليس ملف PDF يمكن فتحه
phrase-is-no-word-document-that-can-be-opened = ليس مستند Word يمكن فتحه
phrase-is-no-rich-text-that-can-be-read = ليس نصاً منسقاً (RTF) يمكن قراءته
phrase-is-no-message-with-words-in-it = ليس رسالة فيها كلام
phrase-has-words-in-an-unknown-encoding = كلماته بترميز غير معروف
phrase-is-a-web-page-in-which-no-article-is-found = صفحة لم يُعثر فيها على مقال
phrase-is-of-a-kind-that-nisba-does-not-read = من نوع لا يقرؤه nisba
phrase-give-a-file-with-the-text-of-a-report = أعط ملفاً فيه نص خبر
phrase-give-the-path-of-a-text-file = أعط مسار ملف نصي
phrase-give-the-report-as-plain-text-save-or-copy-it-as-utf-8-text = أعط الخبر نصاً عادياً (احفظه أو انسخه بترميز UTF-8)
phrase-give-the-report-as-plain-text-and-tell-us-of-this-one = أعط الخبر نصاً عادياً، وأخبرنا بهذا الملف
phrase-get-the-file-again-or-save-it-again = احصل على الملف من جديد، أو احفظه مرة أخرى
phrase-get-the-file-again-or-save-it-as-utf-8-text = احصل على الملف من جديد، أو احفظه نصاً بترميز UTF-8
phrase-save-it-as-utf-8-text = احفظه نصاً بترميز UTF-8
phrase-save-it-as-plain-text-or-docx = احفظه نصاً عادياً أو DOCX
phrase-save-its-text-as-a-utf-8-text-file = احفظ نصه في ملف بترميز UTF-8
phrase-save-the-message-as-eml-or-its-text-as-a-text-file = احفظ الرسالة بصيغة EML، أو احفظ نصها في ملف نصي
phrase-copy-its-text-into-a-text-file = انسخ نصه إلى ملف نصي
phrase-copy-the-report-s-words-into-a-text-file-and-give-that = انسخ كلمات الخبر إلى ملف نصي وأعطه
phrase-name-the-files-of-the-reports-in-it = سمِّ ملفات الأخبار التي فيه
phrase-check-the-path-and-the-rights = تحقق من المسار ومن الصلاحيات
phrase-lies-in-no-project-a-folder-with-data-raw = ليس داخل مشروع (مجلد فيه data/raw/)
phrase-go-to-one-or-name-it-root = انتقل إلى مشروع، أو سمِّه: --root
phrase-is-there-already-and-is-never-overwritten = موجود من قبل، ولا يُكتب فوقه أبداً
phrase-choose-another-name-for-the-new-story = اختر اسماً آخر للقصة الجديدة
phrase-nothing-arrived = لم يصل شيء
phrase-name-a-report-or-give-figures-alone-figures-table-csv = سمِّ خبراً، أو أعط الأرقام وحدها: --figures table.csv
phrase-mend-that-line = أصلح ذلك السطر
phrase-is-no-published-story-bundle-or-revision-story = ليس قصة منشورة ولا حزمة ولا REVISION:STORY
phrase-run-the-story-first-or-mend-the-name = شغّل القصة أولاً، أو صحّح الاسم
phrase-name-one-nisba-why-number-story = سمِّ واحدة: nisba why NUMBER STORY
phrase-ask-for-the-bundle-again = اطلب الحزمة من جديد
phrase-make-it-again-with-nisba-run = اصنعه من جديد بـ nisba run
phrase-name-a-file-that-nisba-bundle-made = سمِّ ملفاً صنعه nisba bundle
phrase-name-a-folder-that-nisba-run-made-or-a-bundle = سمِّ مجلداً صنعه nisba run، أو حزمة
phrase-holds-no-single-story = لا يحوي قصة واحدة
phrase-a-sign-off-needs-a-name = التوقيع يحتاج إلى اسم
phrase-give-yours-as-name = أعط اسمك: --as NAME
phrase-restore-the-text-as-received-or-record-its-hash = أعد النص كما وصل، أو سجّل بصمته
phrase-put-the-text-there-as-received = ضع النص هناك كما وصل
phrase-put-back-the-file-as-it-arrived = أعد الملف كما وصل
phrase-write-true-or-false-without-quotes = اكتب true أو false بلا علامات اقتباس
phrase-logo-has-no-words = الشعار بلا كلمات
phrase-write-it-as-six-hexadecimal-digits-0a5678 = اكتبه ستة أرقام ست عشرية مثل "#0a5678"
phrase-write-the-text-of-an-svg-or-a-png-in-base64 = اكتب نص SVG، أو صورة PNG بترميز base64
phrase-there-is-no-such-file = لا ملف بهذا الاسم
