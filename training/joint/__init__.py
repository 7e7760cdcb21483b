"""The joint model: from the annotated corpus to the network that weighs what a report tells."""
