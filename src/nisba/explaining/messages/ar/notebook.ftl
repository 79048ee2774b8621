# صفحة من دفتر لا يعرض صفحة خاصة به.
notebook-foot = صُنعت هذه الصفحة من دفتر ببرنامج نسبة، ولم تُدقَّق أرقامها.
notebook-code = شيفرة الخلية { $number }
notebook-error = توقفت الخلية { $number } بخطأ
notebook-picture = صورة الخلية { $number }
notebook-picture-elsewhere = صورة ليست في هذا الملف: { $alt }
notebook-table = جدول
notebook-widget = هذه النتيجة تتجاوب مع القارئ في الدفتر، وهي هنا كما كانت.
notebook-left-out = حُذفت نتيجة لا يعرضها إلا برنامج ({ $kinds }).
