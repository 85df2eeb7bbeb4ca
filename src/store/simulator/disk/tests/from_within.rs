//! Tasks that do anything to the world and the disk, from within: nothing may stop it.

use super::*;
use crate::platform::storage::Vault;

fn act(world: &World, disk: &Disk, depth: u32) {
    let random = world.random();
    let owner = || u32::try_from(random.below(4)).unwrap();
    match random.below(12) {
        0 => world.kill(owner()),
        1 => world.freeze(owner()),
        2 | 3 => world.thaw(owner()),
        4 => disk.crash(),
        5 => disk.lose_vault(),
        6 => disk.damage_mirror(),
        7 => {
            let _ = disk.mirror().write(1, &[Put::new("a", "1")], newest);
        }
        8 => {
            let (at, on) = (world.clone(), disk.clone());
            let call = Box::new(move || act(&at, &on, depth));
            world.after(owner(), random.below(100), call);
        }
        _ if depth < 20 => start(world, disk, owner(), depth + 1),
        _ => {}
    }
}

/// Does something when it is dropped, which is in the middle of somebody else's doings.
struct AtEnd(World, Disk, u32);

impl Drop for AtEnd {
    fn drop(&mut self) {
        if self.2 < 20 {
            act(&self.0, &self.1, self.2 + 1);
        }
    }
}

fn start(world: &World, disk: &Disk, owner: u32, depth: u32) {
    let (at, on) = (world.clone(), disk.clone());
    let end = AtEnd(at.clone(), on.clone(), depth);
    world.spawn(
        owner,
        Box::pin(async move {
            let _end = end;
            act(&at, &on, depth);
            let put = Rc::new(vec![Put::new("a", "1")]);
            let _ = on.vault(owner).write(1, put, newest).await;
            act(&at, &on, depth);
            at.sleep(at.random().below(50)).await;
            let _ = on.vault(owner).load(None, 9).await;
            act(&at, &on, depth);
        }),
    );
}

#[test]
fn anything_may_be_done_from_within() {
    for seed in 0..100 {
        let world = World::new(seed);
        let disk = Disk::new(&world);
        disk.set_weather(Weather {
            latency: (0, 60),
            hang_one_in: 20,
            ..Weather::default()
        });
        for round in 0..20 {
            start(&world, &disk, round % 4, 0);
            world.run_for(100);
        }
        for owner in 0..4 {
            world.kill(owner);
        }
        // Nothing of it is in the way of who comes after.
        let bench = Bench {
            world,
            disk,
            trace: Trace::default(),
        };
        bench.disk.set_weather(Weather::default());
        // What was dropped just now has started more, which comes to its end.
        bench.world.run_for(200_000);
        bench.write(7, &[("b", "after")]);
        bench.world.run_for(1_000);
        assert!(bench.told().ends_with("tab 7: Ok(())"), "seed {seed}");
        bench.world.end();
        // One is held by this test, the others by nobody.
        assert_eq!(Rc::strong_count(&bench.disk.0), 1, "seed {seed}");
    }
}
