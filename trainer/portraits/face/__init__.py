"""The face: skin, eyes, brows, mouth, glasses."""
