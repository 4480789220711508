//! The API as programs see it: signed requests, operations, and the real AWS CLI and boto3.

mod items;
mod lists;
mod programs;
mod signatures;
mod studio;
mod writes;
