"""The heads of the four decisions, and the sentences that say where a figure comes from."""

from __future__ import annotations

from typing import Any

CENSUS = {"92": 1235171, "93": 733017, "94": 1199653}
COUNTED = "Dân số: Tổng điều tra 01/4/2019."
NOTES = {
    "ok": f"Diện tích: ước tính từ ranh giới khoảng năm 2015, hiệu chỉnh theo đơn vị mới. {COUNTED}",
    "from_new_unit": f"Diện tích: lấy theo số công bố năm 2025 (đơn vị không sắp xếp). {COUNTED}",
    "synthetic_split": f"Diện tích: ước tính, không có ranh giới cũ (chia theo hình học). {COUNTED}",
    "geometry_merged": f"Diện tích: ước tính, ranh giới cũ chọn theo hình học. {COUNTED}",
}
PROVINCE_NOTE = f"Diện tích: tổng diện tích ước tính của các đơn vị cấp xã. {COUNTED}"
CITY_NOTE = "Diện tích, dân số: số liệu công bố cùng Nghị quyết số 202/2025/QH15."
PUBLISHED = "Diện tích, dân số: sapnhap.bando.com.vn, công bố năm 2025."
RESTORED = f"{PUBLISHED} Dân số ở nguồn là {{printed}}, mất chữ số 0 ở cuối; đã khôi phục."
MISPRINTED = f"{PUBLISHED} Dân số ghi đúng như ở nguồn, vốn mất một chữ số 0; đính chính minh họa sửa lại."

# No text among the sources ends the districts by name; the national list of that day has none.
DISTRICTS_END = "Theo danh mục quốc gia tại 01/7/2025 (công văn 1027/CTK-CSCL), không theo lời văn nghị quyết"

FIGURES: dict[str, Any] = {
    "number": "SL-2025-06-30",
    "symbol": "DM",
    "type": "DM",
    "issuer": "Bộ dữ liệu Tinh Gọn",
    "issued_on": "2025-06-30",
    "effective_on": "2025-06-30",
    "title": "Diện tích và dân số của các đơn vị hành chính cấp xã trước sắp xếp",
    "source": {
        "kind": "list",
        "note": "Không phải văn bản của cơ quan nhà nước. Dân số là số Tổng điều tra 01/4/2019; diện tích "
        "cấp xã là ước tính, không phải số liệu địa chính. Nguồn và cách tính: README.md của bộ dữ liệu.",
    },
}

RESOLUTION_202: dict[str, Any] = {
    "number": "202/2025",
    "symbol": "QH15",
    "type": "NQ",
    "issuer": "Quốc hội",
    "issued_on": "2025-06-12",
    "effective_on": "2025-07-01",
    "title": "Về việc sắp xếp đơn vị hành chính cấp tỉnh",
    "source": {
        "kind": "act",
        "note": "Chỉ ghi phần thành lập thành phố Cần Thơ. Nghị quyết có hiệu lực từ ngày thông qua; chính "
        "quyền mới hoạt động từ 01/7/2025, là ngày ghi ở đây. Diện tích 6.360,83 km² và dân số 4.199.824 "
        "người theo xaydungchinhsach.chinhphu.vn.",
    },
}

RESOLUTION_1668: dict[str, Any] = {
    "number": "1668",
    "symbol": "NQ-UBTVQH15",
    "type": "NQ",
    "issuer": "Ủy ban Thường vụ Quốc hội",
    "issued_on": "2025-06-16",
    "effective_on": "2025-07-01",
    "title": "Về việc sắp xếp các đơn vị hành chính cấp xã của thành phố Cần Thơ năm 2025",
    "source": {
        "kind": "act",
        "note": "Toàn văn đọc tại xaydungchinhsach.chinhphu.vn; chính quyền mới hoạt động từ 01/7/2025 "
        "(khoản 2 Điều 2). Ước tính: tỷ lệ của ba phường bị chia (Bùi Hữu Nghĩa, Long Tuyền, Thốt Nốt), tính "
        "từ ranh giới. Diện tích và dân số theo sapnhap.bando.com.vn; số bị mất chữ số 0 ở nguồn được khôi "
        "phục và ghi chú ở từng đơn vị. Lời văn không nói đến cấp huyện: cấp huyện kết thúc theo danh mục "
        "quốc gia tại 01/7/2025 (công văn 1027/CTK-CSCL), ghi vào cùng quyết định này.",
    },
}

CORRECTION_REASON = (
    "Minh họa: nguồn công bố in 2.402, mất một chữ số 0; hai xã hợp thành đã có 16.947 người năm 2019"
)

CORRECTION: dict[str, Any] = {
    "number": "01",
    "symbol": "QĐ-MH",
    "type": "QĐ",
    "issuer": "Minh họa (không phải cơ quan có thật)",
    "issued_on": "2025-10-15",
    "effective_on": "2025-10-15",
    "title": "Minh họa: đính chính dân số xã Lương Tâm",
    "source": {
        "kind": "illustration",
        "note": "Không có quyết định này ngoài đời: nó cho thấy sổ ghi nhớ cả điều từng ghi sai và ngày biết "
        "là sai. Con số 24.020 là 2.402 với chữ số 0 bị mất được trả lại, cùng cách như chín đơn vị khác.",
    },
}
