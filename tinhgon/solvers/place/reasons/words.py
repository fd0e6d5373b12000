"""The hard rules in words, as reasons and contradictions say them."""

from __future__ import annotations

from tinhgon.core.errors import Said
from tinhgon.solvers.place import values as v

RULES = {
    v.EMPTY: Said("vị trí được giữ trống", "the post is kept empty"),
    v.CLOSED: Said("vị trí không dành cho người này", "the post is closed to this person"),
    v.FIELD: Said("khác lĩnh vực công tác", "another field of work"),
    v.RISE: Said("cao hơn bậc hiện nay quá mức cho phép", "too many levels above today's"),
    v.FALL: Said("thấp hơn bậc hiện nay quá mức cho phép", "too many levels below today's"),
    v.NEEDS: Said("thiếu tiêu chuẩn, trình độ", "a qualification is missing"),
    v.BARRED: Said("đang trong thời hạn kỷ luật", "barred by a discipline decision in force"),
    v.LEAD: Said(
        "không đủ thời gian công tác để được bổ nhiệm chức vụ cao hơn", "too few months left to rise"
    ),
    v.REACH: Said("ngoài đơn vị hợp nhất và quá xa", "neither a unit of one's own merger nor near enough"),
    v.DEPUTIES: Said("số lượng cấp phó tối đa", "the quota of deputies"),
    v.RELATIVES: Said("người thân không làm cùng đơn vị", "relatives never in one unit"),
    v.ONE_ORIGIN: Said("số lãnh đạo tối đa từ một đơn vị cũ", "the most leaders from one old unit"),
    v.NOBODY_OUT: Said("mọi người phải có vị trí", "everybody must get a post"),
    v.AT: Said("người được ấn định vào vị trí", "a person pinned to a post"),
    v.OUT: Said("người được ấn định không bố trí", "a person pinned to no post"),
    v.SEATS: Said("số chỗ của vị trí", "the seats of the post"),
}
MISSING = {
    v.FIELD: Said("chưa rõ lĩnh vực công tác", "the field of work is not known"),
    v.LEAD: Said("chưa rõ thời điểm nghỉ hưu", "the day of retirement is not known"),
    v.REACH: Said("chưa rõ nơi làm việc", "the place of work is not known"),
}
