//! Where a board's memory comes from in a page: blocks of 2ⁿ bytes, each size with its own list of free ones.
//!
//! The allocator that Rust brings (dlmalloc) is 3 KB of what a page loads and made for programs that run for days with
//! blocks of every size. A board asks for strings and lists, gives all back, and asks for the same sizes again, so a
//! list for every size is enough: taking and giving are a few instructions, nothing is searched. A block is at most
//! twice as large as asked for; blocks are never joined.

use core::alloc::Layout;
use core::ptr::null_mut;

/// The smallest block, and what every block's address is a multiple of.
const LEAST: usize = 16;
/// The page in which WebAssembly's memory grows.
const PAGE: usize = 1 << 16;

/// A free block: its first bytes say where the next one is.
struct Free {
    next: *mut Free,
}

/// The blocks that are not in use.
struct Blocks {
    /// By size: blocks of 2ⁿ bytes at place n.
    free: [*mut Free; usize::BITS as usize],
    /// What has never been a block: from here …
    from: usize,
    /// … to here.
    to: usize,
}

/// The n of the block of 2ⁿ bytes that is large enough.
fn class(layout: Layout) -> u32 {
    layout.size().max(layout.align()).max(LEAST).next_power_of_two().trailing_zeros()
}

impl Blocks {
    const fn new() -> Self {
        Self { free: [null_mut(); usize::BITS as usize], from: 0, to: 0 }
    }

    /// A block for a layout; null if there is no memory. `grow` gives the address of that many new pages.
    ///
    /// # Safety
    ///
    /// What was [given back](Blocks::give) is used by nobody else, and `grow` gives memory that is.
    unsafe fn take(&mut self, layout: Layout, grow: &mut dyn FnMut(usize) -> Option<usize>) -> *mut u8 {
        let class = class(layout);
        let Some(free) = self.free.get_mut(class as usize).filter(|_| layout.align() <= LEAST) else {
            // Nothing here asks for more than 16.
            return null_mut();
        };
        if let Some(block) = unsafe { free.as_mut() } {
            *free = block.next;
            return core::ptr::from_mut(block).cast();
        }
        let size = 1_usize << class;
        if self.to - self.from < size {
            let pages = size.div_ceil(PAGE);
            let Some(at) = grow(pages) else { return null_mut() };
            if at != self.to {
                self.from = at;
            }
            self.to = at + pages * PAGE;
        }
        let block = self.from;
        self.from += size;
        block as *mut u8
    }

    /// Takes a block back.
    ///
    /// # Safety
    ///
    /// It was [taken](Blocks::take) here with a layout of the same class, and nobody uses it any more.
    #[allow(clippy::cast_ptr_alignment, reason = "every block's address is a multiple of 16")]
    unsafe fn give(&mut self, block: *mut u8, layout: Layout) {
        if let Some(free) = self.free.get_mut(class(layout) as usize) {
            let block = block.cast::<Free>();
            unsafe { block.write(Free { next: *free }) };
            *free = block;
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod module {
    use super::{Blocks, PAGE, class};
    use core::alloc::{GlobalAlloc, Layout};
    use core::cell::UnsafeCell;

    /// The memory of a module without threads.
    struct Memory(UnsafeCell<Blocks>);

    #[global_allocator]
    static MEMORY: Memory = Memory(UnsafeCell::new(Blocks::new()));

    // SAFETY: the module has one thread; it is built without the `atomics` that threads need.
    unsafe impl Sync for Memory {}

    fn grow(pages: usize) -> Option<usize> {
        match core::arch::wasm32::memory_grow::<0>(pages) {
            usize::MAX => None,
            before => Some(before * PAGE),
        }
    }

    // SAFETY: blocks are as large and as aligned as their layout asks, and each is in one hand at a time.
    unsafe impl GlobalAlloc for Memory {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            unsafe { (*self.0.get()).take(layout, &mut grow) }
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            unsafe { (*self.0.get()).give(block, layout) }
        }

        unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
            // SAFETY: the caller guarantees that `size` with this alignment is a layout.
            let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
            if class(wanted) == class(layout) {
                return block;
            }
            unsafe {
                let new = self.alloc(wanted);
                if !new.is_null() {
                    core::ptr::copy_nonoverlapping(block, new, size.min(layout.size()));
                    self.dealloc(block, layout);
                }
                new
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes and gives blocks of many sizes, in an order that looks random, out of real memory.
    #[test]
    fn blocks_never_overlap_and_are_used_again() {
        let mut arenas: Vec<Vec<u128>> = Vec::new();
        let mut pages = 0;
        let mut grow = |wanted: usize| {
            pages += wanted;
            let arena = vec![0_u128; wanted * PAGE / 16];
            let at = arena.as_ptr().expose_provenance();
            arenas.push(arena);
            Some(at)
        };
        let mut blocks = Blocks::new();
        let mut held: Vec<(usize, Layout)> = Vec::new();
        let mut seed = 7_usize;
        for round in 0..20_000 {
            seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345) % (1 << 31);
            let size = (seed >> 8) % if round % 50 == 0 { 100_000 } else { 300 };
            let layout = Layout::from_size_align(size.max(1), 1 << (seed % 5)).unwrap();
            let at = unsafe { blocks.take(layout, &mut grow) }.expose_provenance();
            assert!(at != 0 && at % 16 == 0);
            for (other, of) in &held {
                assert!(at + layout.size() <= *other || other + of.size() <= at, "{layout:?} on {of:?}");
            }
            held.push((at, layout));
            if held.len() > 100 {
                let (old, of) = held.swap_remove(seed % held.len());
                unsafe { blocks.give(core::ptr::with_exposed_provenance_mut(old), of) };
            }
        }
        assert!(pages < 200, "{pages} pages for at most a hundred blocks");
    }

    #[test]
    fn without_memory_there_is_no_block() {
        let mut blocks = Blocks::new();
        let layout = Layout::new::<u64>();
        assert!(unsafe { blocks.take(layout, &mut |_| None) }.is_null());
        assert!(unsafe { blocks.take(Layout::from_size_align(8, 32).unwrap(), &mut |_| None) }.is_null());
    }
}
