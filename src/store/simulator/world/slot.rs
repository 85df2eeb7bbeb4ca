//! A place for one answer, and the wait for it.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// One answer that will come, or never. Clones are the same place: one fills it, the other waits.
pub(crate) struct Slot<T>(Rc<RefCell<Inner<T>>>);

struct Inner<T> {
    answer: Option<T>,
    waiting: Option<Waker>,
}

impl<T> Slot<T> {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self(Rc::new(RefCell::new(Inner {
            answer: None,
            waiting: None,
        })))
    }

    /// Gives the answer and wakes who waits for it.
    pub(crate) fn fill(&self, answer: T) {
        let mut inner = self.0.borrow_mut();
        inner.answer = Some(answer);
        let waiting = inner.waiting.take();
        drop(inner);
        if let Some(waiting) = waiting {
            waiting.wake();
        }
    }
}

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Future for Slot<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut inner = self.0.borrow_mut();
        if let Some(answer) = inner.answer.take() {
            return Poll::Ready(answer);
        }
        inner.waiting = Some(context.waker().clone());
        Poll::Pending
    }
}
