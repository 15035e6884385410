use super::created;
use app::{App, history};
use domain::settings::Settings;
use serde_json::json;
use store::StoreError;
use testkit::TestApp;

async fn settings(app: &App) -> Settings {
    app.desk().unwrap().read::<_, StoreError>(store::settings::load).await.unwrap()
}

#[tokio::test]
async fn a_desk_keeps_the_zone_it_was_created_in_until_the_seller_sets_another() {
    let test = TestApp::bare();
    test.clock.carry_to(chrono_tz::America::New_York);
    created(&test, None).await;
    assert_eq!(settings(&test.app).await.zone(), chrono_tz::America::New_York);
    assert!(history::top(&test.app).await.unwrap().undo.is_none(), "there is nothing to take back in a new desk");

    test.clock.carry_to(chrono_tz::Asia::Tokyo);
    assert_eq!(settings(&test.app).await.zone(), chrono_tz::America::New_York, "messages to people at home do not leave at night");
    test.call("setting_set", json!({ "key": "identity.time_zone", "value": "Asia/Tokyo" })).await;
    assert_eq!(settings(&test.app).await.zone(), chrono_tz::Asia::Tokyo);
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(settings(&test.app).await.zone(), chrono_tz::America::New_York);
}
