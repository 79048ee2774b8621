# ما يقوله التصويب قبل أن يحرّره أحد.
correction-draft = ذكرنا أن رقم «{ $label }» هو { $was }، والصواب { $now }.

# توقيع لم يعد يشمل ما بين أيدينا.
review-stale = وقّع { $name } في { $date } على نسخة سابقة. وتغيّر منذ ذلك الحين: { $parts }.
part = { $part ->
    [decisions] ملف story.toml
    [prose] النص
    [numbers] الأرقام
    [verdicts] نتائج التحقق
    [parameters] إعدادات التشغيل
   *[sources] المصادر
}

uncorrected = سُمح في هذه النسخة بأن تتغيّر أرقام منشورة من دون تصويب يذكرها.

decision-value = القيمة
instead = غير القيمة المطبوعة. { $because }
