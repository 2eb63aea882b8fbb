"""Hair: geometry of clumps (3D curves with widths) and the mesh painter that draws them."""
