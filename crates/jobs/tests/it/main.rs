//! Jobs and events over the embedded store, as their users see them.

mod events;
mod fairness;
mod kill;
mod leases;
mod nats;
mod queue;
mod schedules;
mod studio;
