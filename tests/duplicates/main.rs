//! Duplicates: found, made one, told apart, taken apart again; and the gate, whatever was merged, split and undone.

#[cfg(test)]
mod companies;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod exact;
#[cfg(test)]
mod gate;
#[cfg(test)]
mod merging;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod search;
#[cfg(test)]
mod splitting;
#[cfg(test)]
mod support;
