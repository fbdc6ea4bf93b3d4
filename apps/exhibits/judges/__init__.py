"""What a received file really is. One judge per family; they know the content, not the name."""
