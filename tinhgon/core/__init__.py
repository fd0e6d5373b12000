"""What Tinh Gọn decides without a database: periods, operations, the one function that applies them."""
