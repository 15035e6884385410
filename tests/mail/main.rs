//! Mail, at most once: the conversation with a server at every stage and fault, the outbox over the real store, and processes that are killed.

#[cfg(test)]
mod desk;
#[cfg(test)]
mod kills;
#[cfg(test)]
mod outbox;
#[cfg(test)]
mod smtp;
