#pragma once
#include "server/api/router.h"

namespace kith::server {

struct WelcomeOptions {
    QString serverName;
    QString downloadUrl; // of the client; empty or not http(s): people are told to ask
};
/// GET / for people who open the address in a browser, and /robots.txt for those who are none.
void addWelcomePage(Router &router, const WelcomeOptions &options);

} // namespace kith::server
