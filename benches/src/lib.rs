//! What reading, evaluating and drawing cost: `cargo bench -p pledgeboard-benches`.
