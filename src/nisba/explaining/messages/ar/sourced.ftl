# أين قُرئ الشيء ومتى.
read-on = اطُّلع عليه في { $date }
read-on-unknown = تاريخ الاطلاع غير مسجّل
read-on-never = لم يُسجَّل تاريخ الاطلاع على أي من هذه الصفحات.
read-on-none = غير مسجّل
read-on-when = تاريخ الاطلاع
note-between = {" · "}

# حق الرد.
replies = حق الرد
replies-none = لم يُطلب الرد من أي جهة مذكورة هنا.
reply-not-asked = { $who }: لم يُطلب الرد بعد.
reply-asked = { $who }: طُلب الرد في { $date }{ $way ->
    [True] {"، "}{ $how }.
   *[other] .
}
reply-about = السؤال: { $about }
reply-silent = لم يُسجَّل أي جواب.
reply-silent-until = لم يصل جواب حتى { $date }.
reply-came = الجواب، بتاريخ { $date }:
reply-translated = الترجمة عن { $tongue } من عملنا.
