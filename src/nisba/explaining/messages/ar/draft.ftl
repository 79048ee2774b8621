# The notice on a page that nobody has confirmed yet.
draft = مسودة، ليست للنشر.
draft-why = اقترح برنامج أجزاءً من هذه الصفحة انطلاقاً من كلمات الخبر، وهي تنتظر تأكيد محرر لها في الملف story.toml.
draft-list = ما ينتظر التأكيد
page-of = { $outlet }، الصفحة { $page } من { $file }، الفقرة { $number } من أعلى الصفحة
source-original = مأخوذ من
