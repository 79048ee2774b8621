# طريق الرقم الواحد، خطوة خطوة.
step-sentence = الجملة.
step-source = المصدر.
step-quantity = القيمة.
step-claim = المعنى.
step-operation = العملية.
step-wording = الصياغة.
step-characters = الأحرف من { $start } إلى ما قبل { $end } في الملف { $file }، والعدّ من الصفر.
step-read = قُرئت عبارة { $words } على أنها { $value } ({ $kind }).
step-hedge = والتحفّظ من لفظ النص نفسه: { $hedge }.
step-value = القيمة { $value }.
step-entered = { $value }، أُدخلت يدوياً في الملف { $file } تحت { $entry }.
step-no-scope = لم يُحدَّد له معدود ولا مكان ولا مدة
step-settled = اختار محرر هذه الكلمات من الخبر لهذا الرقم، وحدّد أماكنه أو مدته بنفسه.
step-named = اختار محرر هذه الكلمات من الخبر لهذا الرقم، والأماكن والمدة كما في النص.
step-multiple = مضاعف: { $measure }
step-replaced = وُضعت قيمة من محرر مكان القيمة المطبوعة، والسبب مذكور أعلاه.
step-as-is = لا عملية: الرقم كما أورده مصدره.
step-into = ويدخل في حساب { $numbers }.
step-checked = وما تقوله { $checks } التي يدخل فيها: { $verdicts }.
step-checks = عمليات التدقيق
step-counted = عُدّت واحداً واحداً:
step-formula = بالأسماء: { $formula }
step-printed = طُبع كاملاً بلا تقريب: { $shown }.
step-printed-open = طُبع بطرفه المفتوح: { $shown }. والحدّ الأدنى لا يُقرَّب إلا نزولاً، والأعلى لا يُقرَّب إلا صعوداً.
step-printed-unknown = لا شيء يحدّه، فلا رقم يُطبع: { $shown }.
step-printed-range = طُبع بطرفيه: { $shown }.
step-rounded = طُبع { $shown }، مقرّباً { $count ->
    [0] إلى رقم صحيح
    [one] إلى منزلة عشرية واحدة
    [two] إلى منزلتين عشريتين
    [few] إلى { $places } منازل عشرية
    [many] إلى { $places } منزلة عشرية
   *[other] إلى { $places } منزلة عشرية
}، من القيمة التامة، والنصف يُقرَّب إلى الأقرب الزوجي.
note-way = طريق هذا الرقم خطوة خطوة
