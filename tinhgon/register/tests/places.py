"""Units of the demonstration with the codes that they bore; their ids are the same in every installation."""

from __future__ import annotations

from uuid import UUID

CAN_THO = UUID("84a836ce-2359-554b-a6bb-4446c9fcf6a7")  # the city since 01/07/2025
CAI_KHE = UUID("84bbfab1-bee3-5b0e-9064-b41e462c1fdb")  # phường Cái Khế since 01/07/2025, 31120
OLD_CAI_KHE = UUID("8792306a-2379-555d-aba4-39e84d79f1b5")  # phường Cái Khế until 30/06/2025, 31117
BUI_HUU_NGHIA = UUID("89892f4a-7b0b-57d5-9412-7fcfc7611262")  # split by the merger, 31178
HAU_GIANG = UUID("9b30d6db-90fa-58da-8251-ff8334981545")  # a province until 30/06/2025, 93
NINH_KIEU = UUID("f86eefee-fd6e-5be2-acda-e07d897389b4")  # a district until 30/06/2025, 916
LUONG_TAM = UUID("bc6b4439-ef50-5d04-b8de-a5729eb36e6f")  # its misprinted population is corrected, 31492
