//! Sentences about speeds.

/// Not a speed.
pub fn bad_speed() -> String {
    "expected real, instant, or a factor from 2x to 1000000x, such as 60x".to_owned()
}
