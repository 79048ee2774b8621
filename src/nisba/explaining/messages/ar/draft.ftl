# The notice on a page that nobody has confirmed yet.
draft = مسودة، ليست للنشر.
draft-why = اقترح برنامج أجزاءً من هذه الصفحة انطلاقاً من كلمات الخبر، وهي تنتظر تأكيد محرر لها في الملف story.toml.
draft-list = ما ينتظر التأكيد
page-of = { $place }، الصفحة { $page } من { $file }
source-original = مأخوذ من
