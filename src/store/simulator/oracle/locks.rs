//! What the device may be locked with, as far as the person knows.

/// What opens a lock: a passcode and its recovery code.
pub(in crate::store::simulator) type Opener = Option<(String, String)>;

/// A step that makes the device be locked, or not; everything that is put in place of everything is one.
#[derive(Clone, Debug)]
pub(in crate::store::simulator) struct LockStep {
    /// What it is locked with afterwards. `None`: it is not.
    opener: Opener,
    /// Whether it leaves the lock as it is, and deletes what there was.
    deletes: bool,
    owner: u32,
    began: u64,
    generation_before: Option<u64>,
    /// Whether the durable copy was thrown away since it began.
    is_before_loss: bool,
    ended: Option<u64>,
    /// The generation it made, where it was acknowledged.
    acknowledged: Option<u64>,
}

/// All of them, in the order in which they began.
#[derive(Default)]
pub(in crate::store::simulator) struct Locks {
    steps: Vec<LockStep>,
    /// Every opener there ever was.
    ever: Vec<(String, String)>,
    /// Whether nothing is known any more.
    is_forgotten: bool,
}

impl Locks {
    /// A step begins; its number.
    pub(in crate::store::simulator) fn begin(
        &mut self,
        opener: Opener,
        deletes: bool,
        owner: u32,
        now: u64,
        generation: Option<u64>,
    ) {
        self.ever.extend(opener.clone());
        self.steps.push(LockStep {
            opener,
            deletes,
            owner,
            began: now,
            generation_before: generation,
            is_before_loss: false,
            ended: None,
            acknowledged: None,
        });
    }

    /// The step of this page has ended well, in this generation; `None`: in the quick copy alone, and a crash may take
    /// it back.
    pub(in crate::store::simulator) fn acknowledge(
        &mut self,
        owner: u32,
        now: u64,
        generation: Option<u64>,
    ) {
        // One that was under way when the durable copy was thrown away may have been done before.
        let is_before = self
            .open_step(owner)
            .is_some_and(|step| step.is_before_loss);
        let generation = generation.filter(|_| !is_before);
        if generation.is_some() && self.is_forgotten {
            // From here on it is known again.
            self.is_forgotten = false;
            self.steps.retain(|step| step.ended.is_none());
        }
        if let Some(step) = self.open_step(owner) {
            step.ended = Some(now);
            step.acknowledged = generation;
        }
    }

    /// The step of this page has failed, or the page is gone. One that left the device as it was has not been done.
    /// Whether it may have deleted what there was.
    pub(in crate::store::simulator) fn page_ended(
        &mut self,
        owner: u32,
        now: u64,
        generation: Option<u64>,
    ) -> bool {
        let Some(step) = self.open_step(owner) else {
            return false;
        };
        step.ended = Some(now);
        let is_changed = step.generation_before != generation;
        let deletes = step.deletes;
        if !is_changed {
            let began = step.began;
            self.steps.retain(|step| {
                step.owner != owner || step.began != began || step.acknowledged.is_some()
            });
        }
        is_changed && deletes
    }

    fn open_step(&mut self, owner: u32) -> Option<&mut LockStep> {
        let mut steps = self.steps.iter_mut();
        steps.find(|step| step.owner == owner && step.ended.is_none())
    }

    fn newest(&self) -> Option<&LockStep> {
        let steps = self.steps.iter();
        let done = steps.filter(|step| step.acknowledged.is_some());
        done.max_by_key(|step| step.acknowledged)
    }

    /// What it may be locked with: as the newest step that was acknowledged says, or as one that may have been done
    /// since.
    pub(in crate::store::simulator) fn openers(&self) -> Vec<Opener> {
        let newest = self.newest();
        let since = newest.map_or(0, |step| step.began);
        let mut openers = vec![newest.and_then(|step| step.opener.clone())];
        for step in &self.steps {
            if step.acknowledged.is_none() && step.ended.is_none_or(|ended| ended >= since) {
                openers.push(step.opener.clone());
            }
        }
        if self.is_forgotten {
            openers.push(None);
            openers.extend(self.ever.iter().cloned().map(Some));
        }
        openers
    }

    /// Openers of before, which must not open it any more.
    pub(in crate::store::simulator) fn old_ones(&self) -> Vec<(String, String)> {
        let openers = self.openers();
        let mut old = self.ever.clone();
        old.retain(|old| openers.iter().flatten().all(|opener| opener != old));
        old
    }

    /// Whether it was certainly locked by then, and is.
    pub(in crate::store::simulator) fn is_shut_since(&self, then: u64) -> bool {
        let newest = self.newest().and_then(|step| step.ended);
        newest.is_some_and(|ended| ended <= then) && self.openers().iter().all(Option::is_some)
    }

    /// Nothing is known any more.
    pub(in crate::store::simulator) fn forget(&mut self) {
        self.is_forgotten = true;
        for step in &mut self.steps {
            step.is_before_loss = true;
        }
    }
}
