import pytest

from dashboard.axes import axis_for


@pytest.mark.parametrize(
    ("values", "low", "high", "log"),
    [
        ([2.03, 8.5, 9], 0, 9, False),
        ([90, 95, 99.9], 90, 99.9, False),
        ([-3, 2], -3, 2, False),
        ([5738, 446_545], 5738, 446_545, True),
        ([7, 7, None], 0, 7, False),
        ([-7], -7, 0, False),
        ([0], 0, 1, False),
        ([None], 0, 1, False),
        ([], 0, 1, False),
    ],
)
def test_an_axis_holds_its_values(values, low, high, log):
    axis = axis_for(values)
    assert (axis.low, axis.high, axis.log) == (low, high, log)
    start, end = axis.range()
    assert start < end
    assert axis.ticks()


@pytest.mark.parametrize(
    ("low", "high", "slices"),
    [(8.5, 9, 1), (8, 8, 0), (3, None, 4), (None, 5, 4), (None, None, 0)],
)
def test_an_open_band_fades_out_and_a_single_value_has_no_band(low, high, slices):
    found = axis_for([0, 10]).slices(low, high)
    assert len(found) == slices
    opacities = [opacity for _, _, opacity in found]
    assert opacities == sorted(opacities, reverse=True)


def test_an_open_band_reaches_the_end_of_a_logarithmic_axis():
    axis = axis_for([10, 1000])
    assert axis.slices(100, None)[-1][1] == pytest.approx(axis.end(upper=True))
