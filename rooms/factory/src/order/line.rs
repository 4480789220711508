//! The line: orders in the order in which they are served, and one that is moved to another place in it.
//!
//! The larger priority goes first. Of two alike, the smaller place does: that is the order's age, until somebody moves
//! it. Places lie apart, so that a move writes one order as a rule; where none is left between two, those of that
//! priority are spaced anew.

use atelier_base::{Cursor, Edge, Grant, OrderId, Page, PageRequest, Scope};
use atelier_sql::{Row, Sql, Transaction};
use uuid::Uuid;

use super::intent::note;
use super::{COLUMNS, Order, find, find_in};
use crate::permissions::{PlaceOrder, ReadFactory};
use crate::{Error, FactoryChangeKind, Outcome, State};

/// How far places lie apart: as far as those of two orders that were placed a millisecond after each other.
const SPACE: i64 = 1024;

/// The place of an order `o` within its priority. The index `idx_orders_active` has the same words.
pub(crate) const PLACE: &str = "coalesce(o.line_place, o.created_at * 1024)";

const IN_LINE: &str = "o.status IN ('pending', 'processing', 'paused') AND o.deleted_at IS NULL";

/// Where an order is to go.
#[derive(Clone, Copy, Debug, Default)]
pub struct Goal {
    /// Right before this one; none for the end of the line.
    pub before: Option<OrderId>,
    /// The priority that it is to have, as near as its new neighbours allow; none for the one that it has.
    pub priority: Option<i32>,
}

/// What the place of an order in the line goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Standing {
    id: OrderId,
    priority: i64,
    place: i64,
}

/// Priority, place, age and id of an order.
type Place = (i64, i64, i64, String);

/// Orders that are not done, in the order in which they are served. Paused ones stand where they will go on.
///
/// # Errors
/// A cursor that is none, and those of the store.
pub async fn line(
    state: &State,
    grant: Grant<ReadFactory>,
    request: PageRequest,
) -> Result<Page<Order>, Error> {
    let mut sql = Sql::new(format!(
        "SELECT {COLUMNS}, {PLACE} AS place FROM orders o WHERE o.tenant_id = :tenant AND {IN_LINE}"
    ));
    if let Some(after) = &request.after {
        let invalid = || Error::Trail(atelier_tables::Error::InvalidCursor);
        let (priority, place, age, id): Place =
            serde_json::from_slice(after.as_bytes()).map_err(|_| invalid())?;
        let id = Uuid::parse_str(&id).map_err(|_| invalid())?;
        sql = sql
            .push(format!(" AND (-o.priority, {PLACE}, o.created_at, o.id) > (?, ?, ?, ?)"))
            .bind(-priority)
            .bind(place)
            .bind(age)
            .bind(id);
    }
    let limit = request.limit.saturating_add(1);
    let sql = sql.push(format!(" ORDER BY -o.priority, {PLACE}, o.created_at, o.id LIMIT {limit}"));
    let rows = state.db.fetch_all(grant.scope(), sql).await?;
    let has_next = rows.len() > request.limit;
    let edges = rows.iter().take(request.limit).map(edge).collect::<Result<Vec<_>, _>>()?;
    Ok(Page { edges, has_next })
}

fn edge(row: &Row) -> Result<Edge<Order>, Error> {
    let node = Order::read(row)?;
    let place: Place =
        (node.priority, row.get("place")?, node.created_at.as_millis(), node.id.uuid().to_string());
    let bytes = serde_json::to_vec(&place).map_err(|error| Error::Unexpected(error.to_string()))?;
    Ok(Edge { node, cursor: Cursor::from_bytes(bytes) })
}

/// Moves an order that is at `version` to another place in the line. It keeps its priority where its new neighbours
/// allow that, and takes the nearest of theirs where they don't. When the one that it is to stand before has left the
/// line, that is a conflict, too.
///
/// # Errors
/// [`Error::NotFound`], [`Error::OrderEnded`], and those of the stores.
pub async fn move_to(
    state: &State,
    grant: Grant<PlaceOrder>,
    (id, version): (OrderId, i64),
    goal: Goal,
) -> Result<Outcome<Order>, Error> {
    let (scope, now) = (grant.scope(), state.clock.now());
    let mut transaction = state.db.begin().await?;
    let mut rest = hold(&mut transaction, scope).await?;
    let order = find_in(&mut transaction, scope, id).await?;
    if order.deleted_at.is_some() {
        return Err(Error::missing("order", id));
    }
    let from = rest.iter().position(|one| one.id == id).ok_or(Error::OrderEnded)?;
    let mut mover = rest.remove(from);
    let at = match goal.before {
        None => Some(rest.len()),
        Some(before) if before == id => Some(from),
        Some(before) => rest.iter().position(|one| one.id == before),
    };
    let Some(at) = at.filter(|_| order.version == version) else {
        return Ok(Outcome::Conflict(Box::new(order)));
    };
    mover.priority = goal.priority.map_or(mover.priority, i64::from);
    for standing in steps(&rest, at, mover) {
        let sql =
            Sql::new("UPDATE orders SET line_place = ?, priority = ? WHERE tenant_id = :tenant AND id = ?");
        let sql = sql.bind(standing.place).bind(standing.priority).bind(standing.id.uuid());
        transaction.execute(scope, sql).await?;
    }
    let sql = Sql::new(
        "UPDATE orders SET version = version + 1, updated_at = ? WHERE tenant_id = :tenant AND id = ?",
    );
    transaction.execute(scope, sql.bind(now).bind(id.uuid())).await?;
    transaction.commit().await?;
    note(state, grant, "order.move", &order, FactoryChangeKind::Changed).await?;
    Ok(Outcome::Done(find(state, scope, id).await?))
}

/// The whole line. It is held in the order in which workers hold theirs, so that no two wait for each other.
async fn hold(transaction: &mut Transaction, scope: Scope) -> Result<Vec<Standing>, Error> {
    let sql = Sql::new(format!(
        "SELECT o.id, o.priority, {PLACE} AS place FROM orders o WHERE o.tenant_id = :tenant AND {IN_LINE} \
         ORDER BY o.priority DESC, {PLACE}, o.created_at, o.id"
    ));
    let lock = transaction.dialect().choose("", " FOR UPDATE OF o");
    let rows = transaction.fetch_all(scope, sql.push(lock)).await?;
    let read = |row: &Row| -> Result<Standing, Error> {
        let id = OrderId::from_uuid(row.get("id")?);
        Ok(Standing { id, priority: row.get("priority")?, place: row.get("place")? })
    };
    rows.iter().map(read).collect()
}

/// What is to be written so that `mover` stands at `at` among the others.
fn steps(rest: &[Standing], at: usize, mut mover: Standing) -> Vec<Standing> {
    let ahead = at.checked_sub(1).and_then(|last| rest.get(last));
    let behind = rest.get(at);
    mover.priority = mover.priority.min(ahead.map_or(i64::MAX, |one| one.priority));
    mover.priority = mover.priority.max(behind.map_or(i64::MIN, |one| one.priority));
    let peer = |one: &&Standing| one.priority == mover.priority;
    let floor = ahead.filter(peer).map(|one| one.place);
    let ceiling = behind.filter(peer).map(|one| one.place);
    let fits =
        |place: i64| floor.is_none_or(|floor| floor < place) && ceiling.is_none_or(|ceiling| place < ceiling);
    let between = match (floor, ceiling) {
        (Some(floor), Some(ceiling)) => floor + (ceiling - floor) / 2,
        (Some(floor), None) => floor + SPACE,
        (None, Some(ceiling)) => ceiling - SPACE,
        (None, None) => mover.place,
    };
    if let Some(place) = [mover.place, between].into_iter().find(|place| fits(*place)) {
        return vec![Standing { place, ..mover }];
    }
    spaced(rest, at, mover)
}

/// Everybody of the mover's priority, spaced anew. The last keeps its place: who orders later comes behind.
fn spaced(rest: &[Standing], at: usize, mover: Standing) -> Vec<Standing> {
    let (ahead, behind) = rest.split_at(at.min(rest.len()));
    let all = ahead.iter().chain([&mover]).chain(behind).filter(|one| one.priority == mover.priority);
    let last = all.clone().map(|one| one.place).max().unwrap_or_default();
    let places = (0..).map(|behind| last - behind * SPACE);
    all.rev().zip(places).map(|(one, place)| Standing { place, ..*one }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(number: u128, priority: i64, place: i64) -> Standing {
        Standing { id: OrderId::from_uuid(Uuid::from_u128(number)), priority, place }
    }

    /// The line that comes of a move, as the store sorts it.
    fn outcome(line: &[Standing], from: usize, to: usize) -> (Vec<Standing>, usize) {
        let mut rest = line.to_vec();
        let mover = rest.remove(from);
        let steps = steps(&rest, to, mover);
        let mut after = line.to_vec();
        for step in &steps {
            *after.iter_mut().find(|one| one.id == step.id).expect("one of the line") = *step;
        }
        after.sort_by_key(|one| (-one.priority, one.place, one.id));
        (after, steps.len())
    }

    #[test]
    fn every_move_ends_where_it_was_meant_to() {
        let places = [(9, 0), (5, 7), (5, 7), (5, 8), (5, 5_000), (0, 1), (0, 2), (-3, 0)];
        let line: Vec<_> =
            (1..).zip(places).map(|(id, (priority, place))| standing(id, priority, place)).collect();
        for from in 0..line.len() {
            for to in 0..line.len() {
                let mut wanted: Vec<_> = line.iter().map(|one| one.id).collect();
                let id = wanted.remove(from);
                wanted.insert(to, id);
                let (after, _) = outcome(&line, from, to);
                assert_eq!(after.iter().map(|one| one.id).collect::<Vec<_>>(), wanted, "{from} to {to}");
            }
        }
    }

    #[test]
    fn within_a_priority_one_order_is_written_and_the_priority_stays() {
        let line: Vec<_> =
            (1..=5).map(|id| standing(id, 0, i64::try_from(id).unwrap_or(0) * SPACE)).collect();
        for (from, to) in [(4, 0), (0, 4), (3, 1), (1, 2)] {
            let (after, written) = outcome(&line, from, to);
            assert!(after.iter().all(|one| one.priority == 0));
            assert_eq!(written, 1, "{from} to {to}");
        }
    }

    #[test]
    fn a_priority_changes_no_more_than_it_must() {
        let line = [standing(1, 9, 0), standing(2, 5, 0), standing(3, 1, 0)];
        let after = |from, to| outcome(&line, from, to).0.iter().map(|one| one.priority).collect::<Vec<_>>();
        assert_eq!(after(2, 0), [9, 9, 5]);
        assert_eq!(after(2, 1), [9, 5, 5]);
        assert_eq!(after(0, 2), [5, 1, 1]);
    }

    #[test]
    fn any_number_of_moves_into_one_gap_finds_room() {
        let mut line: Vec<_> = (1..=4).map(|id| standing(id, 0, i64::try_from(id).unwrap_or(0))).collect();
        for _ in 0..100 {
            let wanted = [line[0].id, line[3].id, line[1].id, line[2].id];
            line = outcome(&line, 3, 1).0;
            assert_eq!(line.iter().map(|one| one.id).collect::<Vec<_>>(), wanted);
        }
    }
}
