"""Programs that describe infrastructure: values, and what is known of them without running anything."""
