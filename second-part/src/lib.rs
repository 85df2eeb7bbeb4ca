//! Marks the functions behind which the second and the third part of the program begin: see `src/app/later.rs`.
//!
//! A crate of its own because it cannot do without `unsafe`, which everything else forbids. `wasm_split_helpers` does the
//! same and brings its own way of loading along, which costs 2 kB of the first use.

#![no_std]
#![warn(missing_docs)]

/// Makes `fn draw(route: &Route) -> El { … }` the only way into the second part. Before that part is loaded, a call stops
/// the program.
///
/// The tool that splits the program finds an import and an export of these names, makes the function behind the export
/// the root of the part, and has the call go there. In a debug build the call goes there by itself.
#[macro_export]
macro_rules! second_part {
    ($($function:tt)*) => {
        $crate::part! {
            "__wasm_split_00later00_import_00000000000000000000000000000000",
            "__wasm_split_00later00_export_00000000000000000000000000000000",
            $($function)*
        }
    };
}

/// The same for the third part.
#[macro_export]
macro_rules! third_part {
    ($($function:tt)*) => {
        $crate::part! {
            "__wasm_split_00tools00_import_11111111111111111111111111111111",
            "__wasm_split_00tools00_export_11111111111111111111111111111111",
            $($function)*
        }
    };
}

/// What both are made of.
#[doc(hidden)]
#[macro_export]
macro_rules! part {
    ($import:literal, $export:literal,
     $(#[$about:meta])* fn $name:ident($given:ident: &$Given:ty) -> $Drawn:ty $body:block) => {
        $(#[$about])*
        fn $name($given: &$Given) -> $Drawn {
            // Both sides are one program, compiled at once: they agree about every type.
            #[allow(improper_ctypes)]
            #[cfg(all(target_family = "wasm", not(debug_assertions)))]
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                #[link_name = $import]
                safe fn beyond($given: &$Given) -> $Drawn;
            }
            #[allow(improper_ctypes_definitions)]
            #[cfg_attr(
                all(target_family = "wasm", not(debug_assertions)),
                unsafe(export_name = $export)
            )]
            extern "C" fn behind($given: &$Given) -> $Drawn $body

            #[cfg(all(target_family = "wasm", not(debug_assertions)))]
            return beyond($given);
            #[cfg(not(all(target_family = "wasm", not(debug_assertions))))]
            behind($given)
        }
    };
}
