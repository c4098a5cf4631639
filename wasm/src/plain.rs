//! The exports for hosts without JavaScript: memory by hand, one function (`docs/text-wasm.md`).
//!
//! | export | what |
//! |---|---|
//! | `alloc(len)` | the address of so many bytes, for a request |
//! | `call(op, ptr, len)` | takes a request and gives its answer: status, length (both `u32`, little-endian), then the bytes |
//! | `free(ptr, len)` | gives an answer back: its length and 8 |

use crate::calls::request::answer;

/// Room for a request.
#[unsafe(no_mangle)]
extern "C" fn alloc(len: usize) -> *mut u8 {
    Box::into_raw(vec![0; len].into_boxed_slice()).cast()
}

/// Gives an answer's room back.
///
/// # Safety
/// `ptr` and `len` are those of one answer, or of one `alloc`, that was not given back or handed to `call` before.
#[unsafe(no_mangle)]
unsafe extern "C" fn free(ptr: *mut u8, len: usize) {
    // SAFETY: the caller's promise above; both came from a boxed slice of this length.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(ptr, len)) });
}

/// Answers a request and takes its room back.
///
/// # Safety
/// `ptr` and `len` are those of one `alloc` that was not given back.
#[unsafe(no_mangle)]
unsafe extern "C" fn call(op: u32, ptr: *mut u8, len: usize) -> *mut u8 {
    // SAFETY: the caller's promise above.
    let request = unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(ptr, len)) };
    let (status, answer) = match answer(op, &request) {
        Ok(answer) => (0_u32, answer),
        Err(found) => (1, found.into_bytes()),
    };
    drop(request);
    let length = u32::try_from(answer.len()).unwrap_or(u32::MAX);
    let parts: [&[u8]; 3] = [&status.to_le_bytes(), &length.to_le_bytes(), &answer];
    Box::into_raw(parts.concat().into_boxed_slice()).cast()
}
