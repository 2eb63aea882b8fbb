"""The networks, as pure nn.Modules."""
