# كتابة الأعداد والتواريخ والعمليات الحسابية. لا شيء هنا يخص قصة بعينها.

## الأرقام. أسماء الأشهر بحسب ما يُكتب في بلاد الشام، ما لم تختر غرفة الأخبار غيره.
wording-locale = { $style ->
    [egypt] ar_EG
    [algeria] ar_DZ
    [morocco] ar_MA
   *[levant] ar_SY
}
grouping-from = 10000
digits-latn = 0123456789
decimal-latn = .
group-latn = ,
digits-arab = ٠١٢٣٤٥٦٧٨٩
decimal-arab = ٫
group-arab = ٬

## ألفاظ التحفظ تبقى كما هي، والطرف المفتوح لا يُعطى قيمة.
number-negative = −{ $value }
number-percent = { $value } في المئة
number-points = { $value } نقطة مئوية
number-range = { $low } إلى { $high }
number-either = { $low } أو { $high }
number-about = نحو { $value }
number-more-than = أكثر من { $value }
number-at-least = { $value } على الأقل
number-less-than = أقل من { $value }
number-at-most = { $value } على الأكثر
number-unknown = غير معروف

## المدد
period-years = { $first } إلى { $last }
period-months = { $first } – { $last } { $year }
date-pattern = { $style ->
   *[levant] d MMMM y
}
period-days = { $style ->
   *[levant] { $first } إلى { $last } { $month } { $year }
}
period-span = { $first } – { $last }
days = { $count ->
    [zero] { $shown } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $shown } أيام
    [many] { $shown } يوماً
   *[other] { $shown } يوم
}
months = { $count ->
    [zero] { $shown } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $shown } أشهر
    [many] { $shown } شهراً
   *[other] { $shown } شهر
}

## الحساب
sum-or = أو
function-floored = مقرّب إلى الأدنى من { $shown }
function-ceil = مقرّب إلى الأعلى
function-poisson-interval = مجال بواسون

## الأعداد القليلة كتابةً: حتى العشرة. ويخالف العدد معدوده من الثلاثة إلى العشرة: خمسة كتب وخمس روايات.
spelled = { $gender ->
    [f] { $count ->
        [0] لا
        [1] واحدة
        [2] اثنتان
        [3] ثلاث
        [4] أربع
        [5] خمس
        [6] ست
        [7] سبع
        [8] ثماني
        [9] تسع
        [10] عشر
       *[other] { $shown }
    }
   *[m] { $count ->
        [0] لا
        [1] واحد
        [2] اثنان
        [3] ثلاثة
        [4] أربعة
        [5] خمسة
        [6] ستة
        [7] سبعة
        [8] ثمانية
        [9] تسعة
        [10] عشرة
       *[other] { $shown }
    }
}
