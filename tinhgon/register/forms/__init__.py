"""Forms of the register: what people type becomes values of the core."""
