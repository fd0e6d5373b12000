"""Why a scenario cannot be laid out: what is not known and never guessed."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class TerrainUnknown(Refused):
    vi = (
        "Chưa biết địa hình của {count} xã (đầu tiên: {unit}), mà tiêu chuẩn tùy theo địa hình. "
        "Hãy ghi địa hình trong tham số phương án (ở dòng lệnh: --terrain): mountain là miền núi, lowland "
        "là đồng bằng, island là hải đảo; phương án sẽ nêu đó là giả định."
    )
    en = (
        "The terrain of {count} communes (first: {unit}) is not known, and the standard depends on it. "
        "State it in the scenario's parameters (on the command line --terrain): mountain, lowland or island; "
        "the scenario shows it as an assumption."
    )


class RegionUnknown(Refused):
    vi = (
        "Chưa biết {unit} thuộc thành phố trực thuộc trung ương hay tỉnh vùng nào, mà tiêu chuẩn của phường "
        "tùy theo đó. Hãy ghi in_municipality hoặc region (mountain, border, other) trong tham số phương án."
    )
    en = (
        "It is not known whether {unit} lies in a centrally-run city or in which region of provinces, and "
        "the standard of wards depends on it. State in_municipality, or region (mountain, border, other), in "
        "the scenario's parameters."
    )


class NothingToConsolidate(Refused):
    vi = "Ngày {day} không có đơn vị nào thuộc loại đã chọn ở đây. Chọn ngày, loại hoặc phạm vi khác."
    en = "On {day} no unit of the chosen kinds is there. Choose another day, other kinds or another root."


class NotInScenario(Refused):
    vi = (
        "{count} đơn vị nêu trong {where} không có trong sổ vào ngày {day} (đầu tiên: {unit}). "
        "Hãy cập nhật phương án."
    )
    en = (
        "{count} units named in {where} are not in the register on {day} (first: {unit}). "
        "Bring the scenario up to date."
    )
