"""The data behind chapter 13's figure."""

import torch

from ddimlib import flow, plots
from ddimlib.toy import GaussianMixture

ALONG = flow.velocity_of(
    GaussianMixture([[1.0, 0.0], [-1.0, 1.0], [0.0, -1.5]], 0.3).denoiser(flow.LINE), flow.LINE
)
NOISE = torch.tensor([[-2.5, -1.2]], dtype=torch.float64)


def test_consistency_says_the_end_from_everywhere_and_a_mean_flow_chords_of_the_path():
    arrows = plots.leaps_of(plots.path_of(ALONG, NOISE))
    end = flow.carry(ALONG, NOISE, 200)[0]
    for start, there, _ in arrows["consistency"]:
        torch.testing.assert_close(there, end, atol=1e-3, rtol=0)
        assert (start - end).norm() > 0.05
    path = [NOISE, *(step.noisy for step in flow.integrate(ALONG, NOISE, 100, "heun"))]
    for start, there, _ in arrows["mean flow"]:
        assert all(min((place - one).norm() for one in path) < 1e-9 for place in (start, there))


def test_a_student_goes_in_one_step_where_two_of_its_teacher_go():
    one, two, student = plots.leaps_of(plots.path_of(ALONG, NOISE))["progressive distillation"]
    assert one[2] and two[2] and not student[2]
    assert torch.equal(student[0], one[0]) and torch.equal(student[1], two[1])
    assert torch.equal(one[1], two[0])


def test_each_panel_shows_the_path_and_its_arrows():
    figure = plots.three_leaps(ALONG, NOISE)
    arrows = plots.leaps_of(plots.path_of(ALONG, NOISE))
    assert [axes.get_title() for axes in figure.axes] == list(arrows)
    for axes, some in zip(figure.axes, arrows.values(), strict=True):
        assert len(axes.texts) == len(some)
        assert axes.lines[0].get_xydata().shape == (101, 2)
