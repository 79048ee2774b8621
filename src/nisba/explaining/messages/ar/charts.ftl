# ما تقوله الرسوم: وصفها لمن لا يراها، وعناوين جداولها.

chart-alt-text = { $title }. { $telling }
chart-alt = { $kind } { $items }.
chart-alt-lines = خطوط المقارنة: { $items }.
chart-separator = ؛{ " " }
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
