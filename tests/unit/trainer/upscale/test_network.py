import torch
from torch.nn import functional as F  # noqa: N812

from trainer.upscale.network import Critic, UpscaleNetwork


def network(channels=8, blocks=2):
    made = UpscaleNetwork(channels, blocks)
    made.initialise(torch.Generator().manual_seed(0))
    return made


def test_an_untrained_network_doubles_every_pixel():
    img = torch.rand(2, 3, 7, 9)
    expected = F.interpolate(img, scale_factor=2, mode="nearest")
    assert torch.equal(network()(img), expected)


def test_a_pixel_reaches_as_far_as_the_context_says_and_no_further():
    made = network()
    torch.nn.init.normal_(made.conv_out.weight, generator=torch.Generator().manual_seed(1))
    side = 4 * made.context + 1
    middle = side // 2
    img = torch.zeros(1, 3, side, side)
    dot = img.clone()
    dot[:, :, middle, middle] = 1.0
    changed = (made(dot) - made(img)).abs().amax((0, 1)) > 0
    rows = torch.nonzero(changed.any(1))[:, 0]
    reach = middle - int(rows.min()) // 2
    assert reach == int(rows.max()) // 2 - middle == made.context


def test_the_context_of_the_bundled_shape():
    assert UpscaleNetwork(48, 5).context == 13


def test_the_critic_judges_every_place_of_a_picture_of_any_size():
    critic = Critic(4)
    critic.initialise(torch.Generator().manual_seed(0))
    assert critic(torch.rand(2, 3, 32, 48)).shape == (2, 4 * 6)


def test_the_critic_judges_each_picture_by_itself():
    critic = Critic(4)
    critic.initialise(torch.Generator().manual_seed(0))
    img = torch.rand(3, 3, 32, 32)
    assert torch.allclose(critic(img)[1], critic(img[1:2])[0], atol=1e-6)
