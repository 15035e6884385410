//! Ways to reach somebody beside the first address and the first number, which stand on the person or the company.

mod link;
mod phone;
mod point;
mod postal;

pub use crate::views::contacts::{Owner, PointKind, PointStatus, Postal};
pub(crate) use link::read as read_link;
pub use phone::{Phone, phone_norm, read_phone};
pub use point::{ContactPoint, PointError, Value, read};
