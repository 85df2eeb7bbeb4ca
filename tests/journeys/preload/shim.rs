//! Preloaded into a browser under test. It changes three things and nothing else:
//!
//! - **The clock**: the time of day is shifted by the seconds in the 8-byte file that
//!   `WAYMARK_CLOCK` names. The file is mapped, so a change shows at once, in every process.
//!   Monotonic time, and so every timer, is untouched; a wait until a time of day ends when it would have.
//! - **The profile of WebKit**: `MiniBrowser --automation` always asks for a store that ends with
//!   it. It gets one in `XDG_DATA_HOME` and `XDG_CACHE_HOME` that stays.
//! - **The log**: with `WAYMARK_LINES` set, standard output is written line by line even to a file,
//!   so that a kill loses nothing of what a page said on its console.
//!
//! The clock's functions must not allocate: Firefox calls them while it sets up its allocator.
use std::ffi::{CStr, c_char, c_int, c_long, c_void};
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicI64, AtomicPtr, Ordering};

unsafe extern "C" {
    static stdout: *mut c_void;
    fn close(file: c_int) -> c_int;
    fn dlsym(library: *mut c_void, symbol: *const c_char) -> *mut c_void;
    fn getenv(name: *const c_char) -> *const c_char;
    fn mmap(
        at: *mut c_void,
        size: usize,
        access: c_int,
        flags: c_int,
        file: c_int,
        from: i64,
    ) -> *mut c_void;
    fn open(path: *const c_char, flags: c_int, ...) -> c_int;
    fn pthread_cond_clockwait(
        condition: *mut c_void,
        mutex: *mut c_void,
        clock: c_int,
        until: *const Time,
    ) -> c_int;
    fn setvbuf(file: *mut c_void, buffer: *mut c_char, mode: c_int, size: usize) -> c_int;
    fn syscall(number: c_long, ...) -> c_long;
}

/// `timespec` or `timeval`.
#[repr(C)]
struct Time {
    seconds: c_long,
    fraction: c_long,
}

const REALTIME: c_int = 0;
const MONOTONIC: c_int = 1;

#[unsafe(no_mangle)]
unsafe extern "C" fn clock_gettime(clock: c_int, out: *mut Time) -> c_int {
    const REALTIME_COARSE: c_int = 5;
    // Of x86-64 and of the machines whose numbers came later, such as aarch64.
    const NUMBER: c_long = if cfg!(target_arch = "x86_64") {
        228
    } else {
        113
    };
    unsafe {
        let result = syscall(NUMBER, c_long::from(clock), out) as c_int;
        if result == 0 && matches!(clock, REALTIME | REALTIME_COARSE) {
            (*out).seconds += offset();
        }
        result
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn gettimeofday(out: *mut Time, _zone: *mut c_void) -> c_int {
    unsafe {
        let result = clock_gettime(0, out);
        if result == 0 {
            (*out).fraction /= 1000; // nanoseconds to microseconds
        }
        result
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn time(out: *mut c_long) -> c_long {
    let mut now = Time {
        seconds: 0,
        fraction: 0,
    };
    unsafe {
        clock_gettime(0, &mut now);
        if !out.is_null() {
            *out = now.seconds;
        }
    }
    now.seconds
}

/// Waits until a time that the program worked out from the shifted clock, but the kernel goes by the real one: with the
/// clock set forward WebKit would wait for months where it means to wait for milliseconds.
#[unsafe(no_mangle)]
unsafe extern "C" fn pthread_cond_timedwait(
    condition: *mut c_void,
    mutex: *mut c_void,
    until: *const Time,
) -> c_int {
    /// No machine has been up for so many seconds (32 years): this tells a time of day from a monotonic one.
    const TIME_OF_DAY: c_long = 1 << 30;
    unsafe {
        let Time { seconds, fraction } = until.read();
        if seconds < TIME_OF_DAY {
            return pthread_cond_clockwait(condition, mutex, MONOTONIC, until);
        }
        let until = Time {
            seconds: seconds.saturating_sub(offset()).max(0),
            fraction,
        };
        pthread_cond_clockwait(condition, mutex, REALTIME, &until)
    }
}

/// The seconds by which the clock is shifted now.
fn offset() -> i64 {
    static MAPPED: AtomicPtr<AtomicI64> = AtomicPtr::new(null_mut());
    let mut place = MAPPED.load(Ordering::Acquire);
    if place.is_null() {
        place = map_offset();
        MAPPED.store(place, Ordering::Release);
    }
    unsafe { (*place).load(Ordering::Relaxed) }
}

/// Where the seconds are: in the file, else at a nought that nobody changes.
fn map_offset() -> *mut AtomicI64 {
    const READ: c_int = 1;
    const SHARED: c_int = 1;
    static NO_OFFSET: AtomicI64 = AtomicI64::new(0);
    let none = (&raw const NO_OFFSET).cast_mut();
    unsafe {
        let path = getenv(c"WAYMARK_CLOCK".as_ptr());
        let file = if path.is_null() { -1 } else { open(path, 0) };
        if file < 0 {
            return none;
        }
        let mapped = mmap(null_mut(), size_of::<i64>(), READ, SHARED, file, 0);
        close(file);
        if mapped.addr() == usize::MAX {
            none
        } else {
            mapped.cast()
        }
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn webkit_website_data_manager_new_ephemeral() -> *mut c_void {
    type New = unsafe extern "C" fn(property: *const c_char, ...) -> *mut c_void;
    unsafe {
        let new = dlsym(null_mut(), c"webkit_website_data_manager_new".as_ptr());
        std::mem::transmute::<*mut c_void, New>(new)(
            c"base-data-directory".as_ptr(),
            required(c"XDG_DATA_HOME"),
            c"base-cache-directory".as_ptr(),
            required(c"XDG_CACHE_HOME"),
            null::<c_char>(),
        )
    }
}

fn required(name: &CStr) -> *const c_char {
    let value = unsafe { getenv(name.as_ptr()) };
    assert!(!value.is_null(), "{name:?} is not set");
    value
}

/// Runs when the library is loaded.
#[used]
#[unsafe(link_section = ".init_array")]
static AT_START: extern "C" fn() = write_lines;

extern "C" fn write_lines() {
    const LINE_BY_LINE: c_int = 1;
    unsafe {
        if !getenv(c"WAYMARK_LINES".as_ptr()).is_null() {
            setvbuf(stdout, null_mut(), LINE_BY_LINE, 0);
        }
    }
}
