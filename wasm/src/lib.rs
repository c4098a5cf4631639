//! Drawing: an evaluation becomes a scene, a scene becomes SVG text or SVG nodes.
//!
//! ```text
//! evaluation ──▶ scene (positioned marks) ──▶ backend (plotters) ──▶ sink: text │ nodes
//! ```

pub mod backend;
pub mod edge;
#[cfg(any(target_arch = "wasm32", test))]
mod memory;
pub mod page;
pub mod scene;
pub mod text;
mod write;
