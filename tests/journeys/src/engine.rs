//! The engines that journeys run in, and one journey in each of them.

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's Chromium, driven by its chromedriver.
    Chromium,
    /// Debian's Firefox ESR, driven by geckodriver.
    Firefox,
    /// WebKitGTK's `MiniBrowser` on a display of its own, driven by `WebKitWebDriver`.
    WebKit,
}

/// Makes a test in each engine of every journey that is named: functions that take an [`Engine`].
/// A test is called `engine::journey`, so `cargo test firefox::` runs those of one engine.
#[macro_export]
macro_rules! on_every_engine {
    (@in $module:ident $engine:ident $($journey:ident)+) => {
        mod $module {
            $(#[tokio::test]
            async fn $journey() -> anyhow::Result<()> {
                super::$journey($crate::Engine::$engine).await
            })+
        }
    };
    ($($journey:ident)+) => {
        $crate::on_every_engine! { @in chromium Chromium $($journey)+ }
        $crate::on_every_engine! { @in firefox Firefox $($journey)+ }
        $crate::on_every_engine! { @in webkit WebKit $($journey)+ }
    };
}
