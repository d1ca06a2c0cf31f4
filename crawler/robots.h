#pragma once

#include "site/robots.h"
