use super::*;

/// What comes of something that is asked of the crypto of a world.
fn done<T: 'static>(world: &World, asked: LocalFuture<T>) -> T {
    let answer = Rc::new(Cell::new(None));
    let to = Rc::clone(&answer);
    let task = async move { to.set(Some(asked.await)) };
    world.spawn(1, Box::pin(task));
    assert!(world.run_until_idle(60_000));
    answer.take().unwrap()
}

fn cipher(world: &World, sealing: u8, naming: u8) -> Rc<dyn Cipher> {
    let toy = Toy::new(world);
    done(world, toy.cipher(vec![sealing; 32], vec![naming; 32])).unwrap()
}

fn bound(to: &str, bytes: &[u8]) -> Bound {
    (to.to_owned(), bytes.to_vec())
}

fn seal(world: &World, cipher: &dyn Cipher, to: &str, plain: &[u8]) -> Vec<u8> {
    done(world, cipher.seal(vec![bound(to, plain)]))
        .unwrap()
        .remove(0)
}

#[test]
fn what_was_sealed_opens_with_its_key_in_its_place_and_unchanged() {
    let world = World::new(1);
    let (ours, other) = (cipher(&world, 1, 2), cipher(&world, 3, 2));
    let open = |with: &dyn Cipher, to: &str, sealed: &[u8]| {
        done(&world, with.open(vec![bound(to, sealed)])).remove(0)
    };
    for plain in [&b""[..], b"x", b"a longer text, of several words"] {
        let sealed = seal(&world, &*ours, "here", plain);
        assert_eq!(sealed.len(), plain.len() + 28);
        assert_eq!(open(&*ours, "here", &sealed).as_deref(), Some(plain));
        assert_eq!(open(&*other, "here", &sealed), None);
        assert_eq!(open(&*ours, "there", &sealed), None);
        for byte in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[byte] ^= 1;
            assert_eq!(open(&*ours, "here", &changed), None, "byte {byte}");
            assert_eq!(open(&*ours, "here", &sealed[..byte]), None, "cut at {byte}");
        }
    }
}

#[test]
fn nothing_of_the_text_shows_and_no_two_are_alike() {
    let world = World::new(1);
    let ours = cipher(&world, 1, 2);
    let plain = b"marker marker marker marker";
    let sealed = [0, 1].map(|_| seal(&world, &*ours, "here", plain));
    assert_ne!(sealed[0], sealed[1]);
    for sealed in sealed {
        assert!(
            !sealed
                .windows(4)
                .any(|part| plain.windows(4).any(|of| of == part))
        );
    }
}

#[test]
fn keys_and_names_hang_on_all_they_are_made_of() {
    let world = World::new(1);
    let toy = Toy::new(&world);
    let stretch = |passcode: &str, salt: &[u8]| {
        done(&world, toy.stretch(passcode.to_owned(), salt.to_vec(), 1)).unwrap()
    };
    assert_eq!(stretch("1234", b"salt"), stretch("1234", b"salt"));
    assert_eq!(stretch("1234", b"salt").len(), 32);
    assert_ne!(stretch("1234", b"salt"), stretch("1235", b"salt"));
    assert_ne!(stretch("1234", b"salt"), stretch("1234", b"pepper"));
    assert_ne!(stretch("12", b"34"), stretch("123", b"4"));
    let expand = |root: u8, used_for| done(&world, toy.expand(vec![root; 32], used_for)).unwrap();
    assert_eq!(expand(1, "records"), expand(1, "records"));
    assert_ne!(expand(1, "records"), expand(1, "names"));
    assert_ne!(expand(1, "records"), expand(2, "records"));
    let names = |naming| {
        let cipher = cipher(&world, 1, naming);
        done(&world, cipher.names(vec!["a".into(), "b".into()])).unwrap()
    };
    assert_eq!(names(1), names(1));
    assert_ne!(names(1)[0], names(1)[1]);
    assert_ne!(names(1)[0], names(2)[0]);
    assert!(done(&world, toy.cipher(vec![1; 31], vec![1; 32])).is_none());
}

#[test]
fn it_takes_time_in_which_others_act() {
    let (world, toy) = (World::new(1), Toy::new(&World::new(1)));
    assert_ne!(toy.random(16), toy.random(16));
    let toy = Toy::new(&world);
    let is_done = Rc::new(Cell::new(false));
    let (told, stretch) = (Rc::clone(&is_done), toy.stretch("1234".into(), vec![1], 1));
    let task = async move {
        stretch.await;
        told.set(true);
    };
    world.spawn(1, Box::pin(task));
    world.run_for(0);
    assert!(!is_done.get());
    world.run_for(6_000);
    assert!(is_done.get());
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_times() {
    let life = |seed| {
        Toy::start_over();
        let world = World::new(seed);
        let ours = cipher(&world, 1, 2);
        let sealed = seal(&world, &*ours, "here", b"text");
        (sealed, world.now())
    };
    assert_eq!(life(3), life(3));
    assert_ne!(life(3).1, life(4).1);
}
