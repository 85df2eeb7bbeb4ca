//! The program: the calm page for a panic, then the app.

fn main() {
    waymark::app::start();
}
