//! Drawing: an evaluation becomes a scene, a scene becomes SVG text or SVG nodes.
//!
//! ```text
//! evaluation ──▶ scene (positioned marks) ──▶ backend (plotters) ──▶ sink: text │ nodes
//! ```
//!
//! Around that stand what a host sees: what stands inside the element ([`page`]), and what a program may ask (`calls`).

pub mod backend;
#[cfg(feature = "calls")]
pub mod calls;
#[cfg(feature = "js")]
pub mod edge;
pub mod page;
#[cfg(all(feature = "text", target_arch = "wasm32"))]
mod plain;
pub mod scene;
pub mod text;
mod write;

/// Where a module's memory comes from: the allocator that Rust brings is made for other programs and twice as large.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
