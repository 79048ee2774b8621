# ما تقوله الرسوم: وصفها لمن لا يراها، وعناوين جداولها.

chart-alt-text = { $title }. { $telling }
chart-alt = { $kind } { $items }.
chart-alt-lines = خطوط المقارنة: { $items }.
chart-separator = ؛{ " " }
chart-comma = ،{ " " }
chart-item = { $name }: { $shown }
chart-item-status = { $name }: { $shown } ({ $status })
chart-part = { $name } { $shown } ({ $share })

chart-status-reported = وارد في الخبر
chart-status-computed = محسوب
chart-status-cited = منقول عن مصدر آخر
chart-status-calendar = من التقويم

chart-kind-bars = رسم بالأعمدة الأفقية.
chart-kind-floors = رسم بأعمدة مفتوحة الطرف.
chart-kind-shares = أشرطة مقسّمة.
chart-kind-pairs = أعمدة متجاورة على مقياس واحد.

chart-column-what = البند
chart-column-value = العدد
chart-column-source = مصدره
chart-column-floor = الحدّ الأدنى
chart-column-ceiling = الحدّ الأعلى
chart-column-total = المجموع
chart-not-stated = غير مذكور

## الروايات
chart-kind-accounts = أي رواية تورد أي رقم.
chart-accounts-same = كما في الرواية التي تُقارن بها سائر الروايات: { $reference }
chart-accounts-other = رقم مختلف
chart-accounts-unmeasured = لا رقم في الرواية المقارَن بها
chart-accounts-count = { $count ->
    [zero] لا رواية
    [one] رواية واحدة
    [two] روايتان
    [few] { $shown } روايات
    [many] { $shown } رواية
   *[other] { $shown } رواية
}
chart-accounts-named = { $shown }: { $names }
chart-accounts-value = { $value } ({ $accounts })
chart-column-accounts = عدد الروايات
chart-column-names = أسماؤها

## القراءات
chart-kind-readings = النسبة بكل رقم منقول وبكل قراءة.
chart-times = { $value }×
chart-not-compared = ما لا يُقارن
chart-because = { $name }: { $reason }
chart-group = { $name } ({ $value }): { $items }
chart-refused-no-figure = لا يُعرف رقم
chart-refused-other-place = لا يشمل إلا { $places }
chart-refused-other-thing = يحصي شيئاً آخر
chart-refused-other-period = يشمل مدة أخرى
chart-every-reading = كل القراءات
chart-every-figure = كل الأرقام
chart-column-figure = صاحب الرقم
chart-column-reading = القراءة
chart-column-ratio = النسبة

## المعدلات
chart-kind-rates = أعمدة على خط الزمن، عرض كل منها بقدر مدته ومساحته بقدر العدد.
chart-rate = { $shown } في الشهر، { $period }
chart-kind-rates-per-day = أعمدة على خط الزمن، عرض كل منها بقدر مدته ومساحته بقدر العدد.
chart-rate-per-day = { $shown } في اليوم، { $period }
chart-rate-none = لا رقم، { $period }
chart-gap = لا رقم
chart-column-per-day = في اليوم
chart-column-period = المدة
chart-column-count = العدد
chart-column-per-month = في الشهر

## أثر الافتراض
chart-kind-sensitivity = منحنيات: كل نسبة مهما كان الرقم الذي يُقارَن به.
chart-sensitivity-ratio = { $value } إذا كان { $at }
chart-sensitivity-crossing = { $at } عند { $value }
chart-question-ratio = النسبة إذا كان { $at }
chart-question-crossing = حيث تبلغ النسبة { $at }
chart-column-question = السؤال
