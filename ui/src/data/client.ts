/** The commands of the core and their types, generated from the one list in Rust. */
export * from "@/bindings/wire";
