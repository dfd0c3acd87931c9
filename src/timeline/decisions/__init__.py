"""What people say about what was read: corrections, withdrawals, pins."""
