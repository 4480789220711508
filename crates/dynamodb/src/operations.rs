//! The operations, by name.

mod batch;
mod describe;
mod item;
mod list;
mod parameters;
mod transact;

use serde::de::DeserializeOwned;

pub(crate) use describe::Counts;

use crate::attribute::unreadable;
use crate::endpoint::Inner;
use crate::fault::Fault;

/// An authenticated request.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) api: &'a Inner,
    pub(crate) body: &'a [u8],
    pub(crate) region: &'a str,
}

type Answer = Result<Vec<u8>, Fault>;

impl Call<'_> {
    /// The answer of the operation.
    pub(crate) async fn carry_out(self, operation: &str) -> Answer {
        match operation {
            "GetItem" => self.get_item().await,
            "PutItem" => self.put_item().await,
            "UpdateItem" => self.update_item().await,
            "DeleteItem" => self.delete_item().await,
            "Query" => self.query().await,
            "Scan" => self.scan().await,
            "BatchGetItem" => self.batch_get().await,
            "BatchWriteItem" => self.batch_write().await,
            "TransactGetItems" => self.transact_get().await,
            "TransactWriteItems" => self.transact_write().await,
            "ListTables" => self.list_tables(),
            "DescribeTable" => self.describe_table().await,
            "DescribeTimeToLive" => self.describe_time_to_live(),
            "CreateTable" => self.create_table(),
            "DeleteTable" | "UpdateTable" | "UpdateTimeToLive" => Err(declared_only(operation)),
            _ => Err(Fault::front("UnknownOperationException", "")),
        }
    }

    fn read<T: DeserializeOwned>(self) -> Result<T, Fault> {
        serde_json::from_slice(self.body).map_err(|error| unreadable(&error))
    }
}

/// Tables are not made or changed by requests.
fn declared_only(operation: &str) -> Fault {
    Fault::service(
        "AccessDeniedException",
        format!("{operation} is not allowed: the tables of this server are declared by its program"),
    )
}
