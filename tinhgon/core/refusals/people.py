"""Why the register refuses what is ordered of people."""

from __future__ import annotations

from tinhgon.core.refusals.posts import PostRefused


class UnknownPerson(PostRefused):
    vi = "Sổ không có người {unit}. Lập hồ sơ trước, hoặc chọn từ danh sách."
    en = "The register has no person {unit}. Open a dossier first, or choose from the list."


class AlreadyHolds(PostRefused):
    vi = "{unit} đã giữ vị trí {post} vào ngày {day}. Bỏ thao tác này."
    en = "{unit} already holds the post {post} on {day}. Leave the operation out."


class HoldsNot(PostRefused):
    vi = "{unit} không giữ vị trí {post} vào ngày {day}. Kiểm tra lại người, vị trí và ngày."
    en = "{unit} does not hold the post {post} on {day}. Check the person, the post and the day."


class NotInPost(PostRefused):
    vi = "{unit} không giữ vị trí nào vào ngày {day}. Kiểm tra lại người và ngày."
    en = "{unit} holds no post on {day}. Check the person and the day."


class NoMainPost(PostRefused):
    vi = "{unit} không có vị trí chính vào ngày {day}. Dùng “bổ nhiệm” thay vì điều động."
    en = "{unit} has no main post on {day}. Appoint instead of transferring."


class TwoMainPosts(PostRefused):
    vi = "{unit} sẽ có hai vị trí chính vào ngày {day}: {posts}. Dùng “điều động”, hoặc “kiêm nhiệm”."
    en = "{unit} would have two main posts on {day}: {posts}. Transfer, or appoint as a concurrent post."


class PeopleLost(PostRefused):
    vi = "{unit} không còn từ ngày {day} nhưng chưa bố trí: {people}. Điều động hoặc chuyển vị trí của họ."
    en = "{unit} is no more from {day}; these would be lost: {people}. Transfer them or move their posts."
