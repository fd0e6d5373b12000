"""What can befall a run; each is named on its page."""

from __future__ import annotations

from tinhgon.core.errors import Refused


class OutOfMemory(Refused):
    vi = "Lượt giải cần hơn {limit} MB bộ nhớ nên đã dừng. Hãy thu hẹp phạm vi hoặc tăng giới hạn bộ nhớ."
    en = "The run needed more than {limit} MB of memory and was ended. Narrow it, or allow more memory."


class OutOfTime(Refused):
    vi = "Hết {limit} giây mà bộ giải chưa tự dừng, nên đã dừng nó. Hãy cho thêm thời gian rồi chạy tiếp."
    en = "The solver had not ended after {limit} s and was ended. Allow more time and go on."


class SolverDied(Refused):
    vi = "Tiến trình của bộ giải chết giữa chừng ({how}). Có thể chạy tiếp từ điểm lưu gần nhất, nếu có."
    en = "The solver's process died half-way ({how}). It can go on from the last checkpoint, if there is one."


class SolverBroke(Refused):
    vi = "Bộ giải gặp lỗi của chính nó: {fault}. Hãy báo cho người phát triển kèm mã lượt giải."
    en = "The solver met a fault of its own: {fault}. Tell the developers, with the run's id."


class WorkerDied(Refused):
    vi = "Tiến trình nền chết {times} lần khi làm lượt giải này nên thôi thử. Xem nhật ký máy chủ."
    en = "The worker died {times} times at this run, so it is not tried again. See the server's log."


class StoppedWithoutPlan(Refused):
    vi = "Lượt giải bị dừng trước khi có phương án nào. Có thể chạy tiếp từ điểm lưu gần nhất, nếu có."
    en = "The run was stopped before there was any plan. It can go on from the last checkpoint, if any."


class ScenarioChanged(Refused):
    vi = "Phương án “{scenario}” đã thay đổi trong khi giải, nên kết quả không được ghi vào. Hãy chạy lại."
    en = "The scenario “{scenario}” changed while it was solved, so the outcome was not kept. Run again."
