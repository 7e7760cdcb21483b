"""What the report tells as done: PLOVER events with their parties, date and place."""
