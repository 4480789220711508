//! Whose turn it is: tenants one after the other, and within a tenant its providers, so that nobody gets more of the
//! workers by having more providers.

use std::collections::VecDeque;

use atelier_base::TenantId;

use crate::item::Lane;

/// What is left of a round.
pub(super) struct Turns(VecDeque<(TenantId, VecDeque<Lane>)>);

impl Turns {
    /// A round that begins behind the lane that was served last.
    pub(super) fn new(mut lanes: Vec<Lane>, served: Option<&Lane>) -> Self {
        lanes.sort();
        let mut tenants = VecDeque::<(TenantId, VecDeque<Lane>)>::new();
        for lane in lanes {
            match tenants.back_mut().filter(|(tenant, _)| *tenant == lane.tenant) {
                Some((_, lanes)) => lanes.push_back(lane),
                None => tenants.push_back((lane.tenant, VecDeque::from([lane]))),
            }
        }
        if let Some(served) = served {
            for (_, lanes) in tenants.iter_mut().filter(|(tenant, _)| *tenant == served.tenant) {
                let next = lanes.partition_point(|lane| lane <= served);
                lanes.rotate_left(next);
            }
            let next = tenants.partition_point(|(tenant, _)| *tenant <= served.tenant);
            tenants.rotate_left(next);
        }
        Self(tenants)
    }

    /// Tenants that may still have something.
    pub(super) fn tenants(&self) -> usize {
        self.0.len()
    }

    /// The next lane.
    pub(super) fn next(&mut self) -> Option<Lane> {
        self.0.front_mut()?.1.pop_front()
    }

    /// That lane had more: it comes again, after the tenant's others.
    pub(super) fn again(&mut self, lane: Lane) {
        if let Some((_, lanes)) = self.0.front_mut() {
            lanes.push_back(lane);
        }
    }

    /// The tenant had its share, or has no more.
    pub(super) fn pass(&mut self) {
        if let Some((tenant, lanes)) = self.0.pop_front()
            && !lanes.is_empty()
        {
            self.0.push_back((tenant, lanes));
        }
    }
}

#[cfg(test)]
mod tests {
    use atelier_base::OrganisationId;
    use uuid::Uuid;

    use super::*;

    fn lane(tenant: u128, provider: &str) -> Lane {
        let tenant = TenantId::Organisation(OrganisationId::from_uuid(Uuid::from_u128(tenant)));
        Lane { tenant, provider: provider.to_owned() }
    }

    /// Who is served when each takes one at a time and always has more.
    fn served(lanes: &[Lane], after: Option<&Lane>, times: usize) -> Vec<Lane> {
        let mut turns = Turns::new(lanes.to_vec(), after);
        let mut served = Vec::new();
        while served.len() < times {
            let lane = turns.next().expect("there is more");
            served.push(lane.clone());
            turns.again(lane);
            turns.pass();
        }
        served
    }

    #[test]
    fn tenants_take_turns_and_so_do_their_providers() {
        let lanes = [lane(1, "a"), lane(1, "b"), lane(1, "c"), lane(2, "a")];
        let expected = [lane(1, "a"), lane(2, "a"), lane(1, "b"), lane(2, "a"), lane(1, "c"), lane(2, "a")];
        assert_eq!(served(&lanes, None, 6), expected);
        assert_eq!(served(&lanes, Some(&lane(1, "b")), 2), [lane(2, "a"), lane(1, "c")]);
        assert_eq!(served(&lanes, Some(&lane(2, "a")), 2), [lane(1, "a"), lane(2, "a")]);
    }

    #[test]
    fn who_has_no_more_is_not_asked_again() {
        let mut turns = Turns::new(vec![lane(1, "a"), lane(2, "a")], None);
        assert_eq!(turns.next(), Some(lane(1, "a")));
        turns.pass();
        assert_eq!((turns.tenants(), turns.next()), (1, Some(lane(2, "a"))));
        turns.pass();
        assert_eq!((turns.tenants(), turns.next()), (0, None));
    }
}
