//! Who may do what.

atelier_base::actions! {
    /// Cancels orders and items, and takes orders away.
    CancelOrder = "order.cancel" for [Owner, Member];
    /// Rates, tags and collects products, and puts them into the bin.
    CurateProduct = "product.curate" for [Owner, Member];
    /// Changes lookups and templates.
    EditLookup = "lookup.edit" for [Owner, Member];
    /// Changes the factory's settings.
    EditFactory = "factory.settings" for [Owner];
    /// Changes providers and their keys.
    EditProvider = "provider.edit" for [Owner];
    /// Lets lanes stand still, and go on.
    PauseFloor = "floor.pause" for [Owner, Member];
    /// Brings files in that were made elsewhere.
    ImportProduct = "product.import" for [Owner, Member];
    /// Places orders, which may cost money.
    PlaceOrder = "order.place" for [Owner, Member];
    /// Deletes products for good.
    PurgeProduct = "product.purge" for [Owner];
    /// Sees the factory.
    ReadFactory = "factory.read" for [Owner, Member, Viewer];
}
